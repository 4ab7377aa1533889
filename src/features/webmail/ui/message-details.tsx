import { For, Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import type { Message } from "../schema";
import { fullTime } from "./mail-time";
import type { Person } from "./people";

const fullPeople = (people: readonly Person[]) =>
  people.map(({ name, email }) => (name ? `${name.replace(/[\p{Cc}\p{Cf}]/gu, "")} <${email}>` : email)).join(", ");

/** All addresses of a message in full, behind a summary that says for whom it is. */
export function MessageDetails(props: { message: Message; summary: string }) {
  const lines = () =>
    [
      [t("webmail.from"), fullPeople(props.message.from)],
      [t("webmail.replyTo"), fullPeople(props.message.replyTo)],
      [t("webmail.to"), fullPeople(props.message.to)],
      [t("webmail.cc"), fullPeople(props.message.cc)],
      [t("webmail.bcc"), fullPeople(props.message.bcc)],
      [t("webmail.date"), fullTime(props.message.sentAt ?? props.message.receivedAt)],
    ].filter(([, value]) => value);
  return (
    <details data-slot="message-details">
      <summary>
        <Show when={props.summary} fallback={t("webmail.details")}>
          {props.summary}
        </Show>
      </summary>
      <dl>
        <For each={lines()}>
          {([name, value]) => (
            <div>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          )}
        </For>
      </dl>
    </details>
  );
}
