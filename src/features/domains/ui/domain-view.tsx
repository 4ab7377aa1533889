import { Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import { PageHeader } from "~/ui/page-header";
import type { DomainDetail } from "../schema";
import { awaitCheck } from "./await-check";
import { CheckButton } from "./check-button";
import { DomainStateChip } from "./domain-state-chip";
import { LastChecked } from "./last-checked";
import { NextStep } from "./next-step";
import { PublishInTrial } from "./publish-in-trial-button";
import { RecordSections } from "./record-sections";
import { RemoveDomainCard } from "./remove-domain-card";

/** Everything about one domain: where it stands, its records as a to-do list, the way out. */
export function DomainView(props: { domain: DomainDetail; canEdit: boolean }) {
  awaitCheck(() => props.domain.isChecking);
  const isReleasing = () => props.domain.state === "releasing";
  const canEdit = () => props.canEdit && !isReleasing();
  const canPublish = () =>
    props.domain.canPublishInTrial && canEdit() && props.domain.requiredDone < props.domain.requiredTotal;
  return (
    <>
      <PageHeader
        title={props.domain.displayName}
        status={<DomainStateChip state={props.domain.state} />}
        crumbs={[{ label: t("domains.title"), href: "/admin/domains" }, { label: props.domain.displayName }]}
        actions={
          <Show when={canEdit()}>
            <CheckButton domainId={props.domain.id} isChecking={props.domain.isChecking} />
          </Show>
        }
      />
      <div class="grid gap-5">
        <LastChecked at={props.domain.checkedAt} />
        <NextStep domain={props.domain} />
        <Show when={canPublish()}>
          <PublishInTrial domainId={props.domain.id} />
        </Show>
        <Show when={!isReleasing()}>
          <RecordSections records={props.domain.records} />
        </Show>
        <Show when={canEdit()}>
          <RemoveDomainCard domainId={props.domain.id} name={props.domain.displayName} />
        </Show>
      </div>
    </>
  );
}
