import { For, Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import type { Tone } from "~/ui/badge";
import { StatusChip } from "~/ui/status-chip";
import type { OutboxItem, OutboxRecipient, OutboxState } from "../../schema/outbox";
import { fullTime, listTime } from "../mail-time";
import { personName } from "../people";
import { OutboxActs } from "./outbox-acts";

const tones = {
  ...{ failed: "danger", partly_failed: "danger", unknown: "warning", sending: "neutral", held: "neutral" },
  ...{ scheduled: "accent", retrying: "warning", queued: "neutral", left: "neutral", delivered: "success" },
} as const satisfies Record<OutboxState, Tone>;

/** Where each recipient stands is said only where not all stand where the message does. */
const saysMore = ({ state }: OutboxRecipient) => state !== "delivered" && state !== "queued" && state !== "left";

/** One message that was sent: to whom, what became of it, why, and what can still be done. */
export function OutboxRow(props: { item: OutboxItem; own: string }) {
  const people = () =>
    props.item.to.length > 0
      ? t("webmail.toPeople", { people: props.item.to.map(personName).join(", ") })
      : t("outbox.toCount", { count: props.item.recipientCount });
  const href = () => {
    const { threadId, state } = props.item;
    return threadId && `/mail/${state === "failed" && props.item.error ? "drafts" : "sent"}/${threadId}`;
  };
  const subject = () =>
    props.item.subject === null ? t("outbox.noMessage") : props.item.subject || t("webmail.noSubject");
  const when = () => props.item.sendAt ?? props.item.createdAt;
  const about = () => {
    const { state } = props.item;
    if (state === "scheduled") return t("outbox.about_scheduled", { time: fullTime(when()) });
    return t(`outbox.about_${state}`);
  };
  return (
    <li data-slot="outbox-row" data-state={props.item.state}>
      <div>
        <StatusChip tone={tones[props.item.state]}>{t(`outbox.state_${props.item.state}`)}</StatusChip>
        <time dateTime={when()} title={fullTime(when())}>
          {listTime(when())}
        </time>
      </div>
      <h3 dir="auto">
        <Show when={href()} fallback={subject()}>
          {(to) => <a href={to()}>{subject()}</a>}
        </Show>
      </h3>
      <p dir="auto">{people()}</p>
      <p data-slot="outbox-about">{about()}</p>
      <Show when={props.item.error}>
        <p data-slot="outbox-said">
          {t("outbox.said")} <bdi>{props.item.error}</bdi>
        </p>
      </Show>
      <Show when={props.item.recipients.some(saysMore)}>
        <ul>
          <For each={props.item.recipients.filter(saysMore)}>{(one) => <RecipientLine one={one} />}</For>
        </ul>
      </Show>
      <OutboxActs item={props.item} />
    </li>
  );
}

const RecipientLine = (props: { one: OutboxRecipient }) => (
  <li>
    <bdi>{props.one.email}</bdi>: {t(`outbox.recipient_${props.one.state}`)}
    <Show when={props.one.reason}>{(reason) => <> {t(`delivery.why_${reason()}`)}</>}</Show>
    <Show when={props.one.nextAttemptAt}>{(at) => <> {t("outbox.nextAttempt", { time: fullTime(at()) })}</>}</Show>
    <Show when={props.one.reply}>
      <span data-slot="outbox-said">
        {" "}
        {t("outbox.said")} <bdi>{props.one.reply}</bdi>
      </span>
    </Show>
  </li>
);
