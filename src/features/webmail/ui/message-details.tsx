import { For, Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import type { Message } from "../schema";
import { fullTime } from "./mail-time";
import type { Person } from "./people";

const fullPeople = (people: readonly Person[]) =>
  people.map(({ name, email }) => (name ? `${name.replace(/[\p{Cc}\p{Cf}]/gu, "")} <${email}>` : email)).join(", ");

/** Names and values of a message's head, in full; what it does not have is left out. */
export const detailLines = (message: Message): [name: string, value: string][] => {
  const lines: [string, string][] = [
    [t("webmail.from"), fullPeople(message.from)],
    [t("webmail.replyTo"), fullPeople(message.replyTo)],
    [t("webmail.to"), fullPeople(message.to)],
    [t("webmail.cc"), fullPeople(message.cc)],
    [t("webmail.bcc"), fullPeople(message.bcc)],
    [t("webmail.date"), fullTime(message.sentAt ?? message.receivedAt)],
  ];
  return lines.filter(([, value]) => value);
};

/** All addresses of a message in full, behind a summary that says for whom it is. */
export function MessageDetails(props: { message: Message; summary: string }) {
  return (
    <details data-slot="message-details">
      <summary>
        <Show when={props.summary} fallback={t("webmail.details")}>
          {props.summary}
        </Show>
      </summary>
      <dl>
        <For each={detailLines(props.message)}>
          {([name, value]) => (
            <div>
              <dt>{name}</dt>
              <dd dir="auto">{value}</dd>
            </div>
          )}
        </For>
      </dl>
    </details>
  );
}
