import { createAsync } from "@solidjs/router";
import { createSignal, Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import { Button } from "~/ui/button";
import { Card } from "~/ui/card";
import type { Group } from "../../schema/groups";
import { AddMemberForm } from "./add-member-form";
import { MemberTable } from "./member-table";
import { groupMembers } from "./queries";

/** Who belongs to a group, page by page, and the way in. */
export function GroupMembers(props: { group: Group; canEdit: boolean }) {
  const [after, setAfter] = createSignal<string>();
  const page = createAsync(() => groupMembers({ groupId: props.group.id, after: after() }));
  return (
    <Card title={t("groups.members")} description={t("groups.membersText")}>
      <div class="grid grid-cols-1 gap-4">
        <Show when={props.canEdit}>
          <AddMemberForm groupId={props.group.id} />
        </Show>
        <MemberTable
          groupId={props.group.id}
          members={page()?.members}
          isNamed={props.group.posting === "named"}
          canEdit={props.canEdit}
        />
        <Show when={after() || page()?.next}>
          <div class="flex flex-wrap gap-2">
            <Show when={after()}>
              <Button onClick={() => setAfter(undefined)}>{t("groups.firstPage")}</Button>
            </Show>
            <Show when={page()?.next}>
              {(next) => <Button onClick={() => setAfter(next())}>{t("groups.nextPage")}</Button>}
            </Show>
          </div>
        </Show>
      </div>
    </Card>
  );
}
