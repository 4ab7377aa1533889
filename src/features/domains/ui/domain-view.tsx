import { useAction } from "@solidjs/router";
import { Show } from "solid-js";
import { toast } from "~/ui/toast-store";
import type { DomainRecord } from "../schema";
import { useDomain } from "./domain-context";
import { failureText } from "./domain-failure";
import { FindingsCard } from "./findings-card";
import { IntentChoice } from "./intent-choice";
import { LastChecked } from "./last-checked";
import { NextStep } from "./next-step";
import { createProviderChoice } from "./provider/provider-choice";
import { ProviderBar } from "./provider/provider-bar";
import { PublishInTrial } from "./publish-in-trial-button";
import { ignoreRecord } from "./queries";
import { RecordSections } from "./record-sections";
import { RecordsContext } from "./records-context";
import { SetUpRail } from "./set-up-rail";
import { ShareButton } from "./share/share-button";
import { TakeAlong } from "./take-along";

const isOver = (state: string) => state === "releasing" || state === "suspended";

/** Where a domain stands, and its records as a to-do list. */
export function DomainView() {
  const { domain, canEdit } = useDomain();
  const choice = createProviderChoice(() => domain().provider);
  const decide = useAction(ignoreRecord);
  const ignore = (record: DomainRecord, isIgnored: boolean) =>
    void decide({ domainId: domain().id, recordId: record.id, isIgnored }).catch((error: unknown) =>
      toast(failureText(error), { tone: "danger" }),
    );
  const isComplete = () => domain().requiredDone === domain().requiredTotal;
  const isSettingUp = () => ["pending_proof", "proven", "setting_up"].includes(domain().state);
  const isMailLater = () => domain().intent !== "move_now";
  return (
    <RecordsContext.Provider
      value={{
        ...{ form: choice.form, isFullName: choice.isFullName, zone: () => domain().zone ?? domain().name },
        ...(canEdit() ? { ignore } : {}),
      }}
    >
      <div class="grid gap-5">
        <LastChecked at={domain().checkedAt} />
        <NextStep domain={domain()} />
        <Show when={!isOver(domain().state)}>
          <Show when={isSettingUp()}>
            <SetUpRail domain={domain()} />
          </Show>
          <Show when={canEdit() && isSettingUp() && domain().intent === null}>
            <IntentChoice domain={domain()} />
          </Show>
          <Show when={domain().canPublishInTrial && canEdit() && !isComplete()}>
            <PublishInTrial domainId={domain().id} />
          </Show>
          <FindingsCard findings={domain().findings} />
          <Show when={!isComplete()}>
            <ProviderBar choice={choice} domain={domain().name} nameServers={domain().nameServers} />
          </Show>
          <RecordSections
            records={domain().records}
            isMailLater={domain().intent === "move_later"}
            actions={
              <TakeAlong name={domain().name} records={domain().records} isMailLater={isMailLater()}>
                <Show when={canEdit()}>
                  <ShareButton domainId={domain().id} />
                </Show>
              </TakeAlong>
            }
          />
        </Show>
      </div>
    </RecordsContext.Provider>
  );
}
