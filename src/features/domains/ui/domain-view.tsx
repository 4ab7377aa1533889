import { Show } from "solid-js";
import { useDomain } from "./domain-context";
import { LastChecked } from "./last-checked";
import { NextStep } from "./next-step";
import { PublishInTrial } from "./publish-in-trial-button";
import { RecordSections } from "./record-sections";

/** Where a domain stands, and its records as a to-do list. */
export function DomainView() {
  const { domain, canEdit } = useDomain();
  const canPublish = () => domain().canPublishInTrial && canEdit() && domain().requiredDone < domain().requiredTotal;
  return (
    <div class="grid gap-5">
      <LastChecked at={domain().checkedAt} />
      <NextStep domain={domain()} />
      <Show when={canPublish()}>
        <PublishInTrial domainId={domain().id} />
      </Show>
      <Show when={domain().state !== "releasing"}>
        <RecordSections records={domain().records} />
      </Show>
    </div>
  );
}
