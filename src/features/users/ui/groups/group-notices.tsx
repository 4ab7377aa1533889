import { useAction } from "@solidjs/router";
import { Show } from "solid-js";
import { Moment } from "~/features/auth/ui/webhooks/moment";
import { deleteWindowMs } from "~/lib/delete-window";
import { t } from "~/lib/i18n/t";
import { Button } from "~/ui/button";
import { Notice } from "~/ui/notice";
import { toast } from "~/ui/toast-store";
import type { Group } from "../../schema/groups";
import { groupFailure } from "./group-failure";
import { applyReason } from "./group-state";
import { retryGroup, undeleteGroup } from "./queries";

/** What is wrong with a group, and what to do about it; nothing when all is well. */
export function GroupNotices(props: { group: Group; canEdit: boolean; canDecide: boolean }) {
  const [retry, undelete] = [useAction(retryGroup), useAction(undeleteGroup)];
  const run = async (act: (groupId: string) => Promise<unknown>, done: string) => {
    try {
      await act(props.group.id);
      toast(done, { tone: "success" });
    } catch (error) {
      toast(groupFailure(error), { tone: "danger" });
    }
  };
  return (
    <>
      <Show when={props.group.deletedAt}>
        {(at) => (
          <Notice
            tone="warning"
            title={t("groups.isDeletedTitle")}
            action={
              <Show when={props.canDecide}>
                <Button onClick={() => void run(undelete, t("groups.undeleted"))}>{t("groups.undelete")}</Button>
              </Show>
            }
          >
            {t("groups.isDeletedText")} <Until at={at()} />
          </Notice>
        )}
      </Show>
      <Show when={props.group.application === "failed"}>
        <Notice
          tone="danger"
          title={t("groups.applyFailed")}
          action={
            <Show when={props.canEdit}>
              <Button onClick={() => void run(retry, t("groups.retried"))}>{t("groups.retry")}</Button>
            </Show>
          }
        >
          {applyReason(props.group)}
        </Notice>
      </Show>
      <Show when={props.group.members === 0 && !props.group.deletedAt}>
        <Notice tone="warning" title={t("groups.noMembersTitle")}>
          {t("groups.noMembersText")}
        </Notice>
      </Show>
    </>
  );
}

const Until = (props: { at: string }) => {
  const end = () => new Date(Date.parse(props.at) + deleteWindowMs).toISOString();
  const [before = "", after = ""] = t("groups.deletedUntil", { date: "\u0000" }).split("\u0000");
  return (
    <span>
      {before}
      <Moment at={end()} />
      {after}
    </span>
  );
};
