import { type JSX, Show } from "solid-js";
import { Moment } from "~/features/auth/ui/webhooks/moment";
import { formatBytes } from "~/lib/bytes";
import { locale } from "~/lib/i18n/catalogue";
import { t } from "~/lib/i18n/t";
import type { MailTrace } from "../../schema/trace";
import { MailStateChip } from "./mail-state-chip";
import { TraceSteps } from "./trace-steps";
import "./delivery.css";

const Fact = (props: { name: string; children: JSX.Element }) => (
  <>
    <dt>{props.name}</dt>
    <dd>{props.children}</dd>
  </>
);

/** Where a message stands, why, what to do, and how it came to that, in plain words. */
export function TraceFacts(props: { trace: MailTrace }) {
  const mail = () => props.trace.delivery;
  return (
    // On small screens it scrolls, which the keyboard must be able to do too.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div data-slot="delivery-trace" role="group" aria-label={t("delivery.details")} tabindex="0">
      <div class="grid gap-2 justify-items-start">
        <MailStateChip state={mail().state} />
        <p class="m-0">{t(`delivery.about_${mail().state}`)}</p>
      </div>
      <Show when={mail().reason}>
        {(reason) => (
          <section data-slot="delivery-why">
            <h3>{t("delivery.why")}</h3>
            <p>{t(`delivery.why_${reason()}`)}</p>
            <h3>{t("delivery.todo")}</h3>
            <p>{t(`delivery.todo_${reason()}`)}</p>
          </section>
        )}
      </Show>
      <dl data-slot="delivery-facts">
        <Fact name={t("delivery.summary_to")}>
          <bdi>{mail().recipient}</bdi>
        </Fact>
        <Fact name={t("delivery.summary_from")}>
          <bdi>{mail().sender || t("delivery.no_sender")}</bdi>
        </Fact>
        <Fact name={t("delivery.summary_sent")}>
          <Moment at={mail().queuedAt} />
        </Fact>
        <Fact name={t("delivery.summary_attempts")}>{mail().attempts}</Fact>
        <Show when={mail().nextAttemptAt}>
          {(at) => (
            <Fact name={t("delivery.summary_next")}>
              <Moment at={at()} />
            </Fact>
          )}
        </Show>
        <Show when={!mail().settledAt && mail().expiresAt}>
          {(at) => (
            <Fact name={t("delivery.summary_expires")}>
              <Moment at={at()} />
            </Fact>
          )}
        </Show>
        <Show when={mail().size}>
          {(size) => <Fact name={t("delivery.summary_size")}>{formatBytes(size(), locale())}</Fact>}
        </Show>
        <Show when={mail().messageId}>
          {(id) => (
            <Fact name={t("delivery.summary_message_id")}>
              <code>{id()}</code>
            </Fact>
          )}
        </Show>
      </dl>
      <TraceSteps steps={props.trace.steps} />
    </div>
  );
}
