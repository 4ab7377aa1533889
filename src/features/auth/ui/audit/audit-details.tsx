import { type JSX, Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import { Dialog } from "~/ui/dialog";
import { LinkButton } from "~/ui/link-button";
import type { AuditEntry } from "../../schema/audit";
import { queryOf } from "./audit-view";
import { ChangeTable } from "./change-table";
import type { LocalTime } from "./local-time";
import { actionText, actorText, kindText, subjectText } from "./words";

export type AuditDetailsProps = {
  entry: AuditEntry;
  time: LocalTime;
  /** The log is one's own to filter; without it there are no ways on. */
  canFilter: boolean;
  onClose: () => void;
};

/** Everything that one entry says. */
export default function AuditDetails(props: AuditDetailsProps) {
  const actor = () => props.entry.actor;
  const subject = () => props.entry.subject;
  const link = (view: Record<string, string>) => `/admin/audit${queryOf(view)}`;
  return (
    <Dialog
      open
      size="lg"
      title={actionText(props.entry.action)}
      onClose={props.onClose}
      footer={
        props.canFilter && (
          <>
            <LinkButton href={link({ actor: `${actor().kind}:${actor().id}` })} onClick={() => props.onClose()}>
              {t("audit.filterByActor", { name: actorText(actor()) })}
            </LinkButton>
            <LinkButton href={link({ subject: `${subject().type}:${subject().id}` })} onClick={() => props.onClose()}>
              {t("audit.filterBySubject")}
            </LinkButton>
          </>
        )
      }
    >
      <dl data-slot="audit-facts">
        <Fact label={t("audit.detailWhen")}>{props.time.moment(props.entry.at)}</Fact>
        <Fact label={t("audit.detailWho")}>
          <bdi>{actorText(actor())}</bdi>
        </Fact>
        <Fact label={t("audit.detailAbout")}>
          {kindText(subject().type)}
          <Show when={subject().label}>
            {" "}
            <bdi>{subjectText(subject())}</bdi>
          </Show>
        </Fact>
        <Show when={props.entry.ip}>
          <Fact label={t("audit.detailFrom")}>
            <code>{props.entry.ip}</code>
          </Fact>
        </Show>
        <Fact label={t("audit.detailCode")}>
          <code>{props.entry.action}</code>
        </Fact>
        <Fact label={t("audit.detailRequest")}>
          <code>{props.entry.requestId}</code>
        </Fact>
      </dl>
      <ChangeTable entry={props.entry} />
    </Dialog>
  );
}

const Fact = (props: { label: string; children: JSX.Element }) => (
  <>
    <dt>{props.label}</dt>
    <dd>{props.children}</dd>
  </>
);
