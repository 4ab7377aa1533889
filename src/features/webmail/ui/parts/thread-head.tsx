import { Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import type { Message } from "../../schema";
import { peopleText } from "../people";

/** What an open thread is about, and who takes part in it. */
export function ThreadHead(props: { messages: readonly Message[]; own: string }) {
  const senders = () => [
    ...new Map(
      props.messages.flatMap(({ from }) => from.slice(0, 1)).map((one) => [one.email.toLowerCase(), one]),
    ).values(),
  ];
  return (
    <>
      <h2 dir="auto">{props.messages[0]?.subject || t("webmail.noSubject")}</h2>
      <Show when={props.messages.length > 1}>
        <p data-slot="thread-people">
          {t("parts.people", { people: peopleText(senders(), props.own), count: props.messages.length })}
        </p>
      </Show>
    </>
  );
}
