import { createAsync, useParams } from "@solidjs/router";
import { Show } from "solid-js";
import { currentMember } from "~/features/auth/ui/queries";
import { t } from "~/lib/i18n/t";
import { EmptyState } from "~/ui/empty-state";
import { UsersIcon } from "~/ui/icons";
import { LinkButton } from "~/ui/link-button";
import { PageHeader } from "~/ui/page-header";
import { Title } from "~/ui/title";
import type { Group } from "../../schema/groups";
import { GroupDanger } from "./group-danger";
import { GroupMembers } from "./group-members";
import { GroupNotices } from "./group-notices";
import { GroupPosts } from "./group-posts";
import { GroupRules } from "./group-rules";
import { GroupState } from "./group-state";
import { groupDetail } from "./queries";

/** Everything about one group: what waits, who belongs to it, who may write. */
export function GroupPage() {
  const params = useParams();
  const group = createAsync(() => groupDetail(params.groupId ?? ""));
  return (
    <Show when={group() !== undefined}>
      <Show when={group()} fallback={<GroupNotFound />}>
        {(found) => <Sections group={found()} />}
      </Show>
    </Show>
  );
}

function Sections(props: { group: Group }) {
  const me = createAsync(() => currentMember());
  const isDeleted = () => props.group.deletedAt !== null;
  const canEdit = () => ["owner", "admin", "domain_admin"].includes(me()?.member.role ?? "") && !isDeleted();
  return (
    <>
      <PageHeader
        title={props.group.address}
        status={<GroupState group={props.group} />}
        description={props.group.name}
        crumbs={[{ label: t("groups.title"), href: "/admin/groups" }, { label: props.group.address }]}
      />
      <div class="grid grid-cols-1 gap-5">
        <GroupNotices group={props.group} canEdit={canEdit()} canDecide={me()?.member.role !== "viewer"} />
        <Show when={!isDeleted()}>
          <GroupPosts group={props.group} />
        </Show>
        <GroupMembers group={props.group} canEdit={canEdit()} />
        <GroupRules group={props.group} canEdit={canEdit()} />
        <Show when={canEdit()}>
          <GroupDanger group={props.group} />
        </Show>
      </div>
    </>
  );
}

/** For an id that no group of the tenant has. */
const GroupNotFound = () => (
  <>
    <Title>{t("groups.notFoundTitle")}</Title>
    <EmptyState
      icon={<UsersIcon />}
      title={t("groups.notFoundTitle")}
      action={<LinkButton href="/admin/groups">{t("groups.backToList")}</LinkButton>}
    >
      {t("groups.notFoundText")}
    </EmptyState>
  </>
);
