import { createSignal, Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import { Button } from "~/ui/button";
import { PlusIcon } from "~/ui/icons";
import { lazyPart } from "~/ui/lazy-part";
import { LinkButton } from "~/ui/link-button";
import { PageHeader } from "~/ui/page-header";
import type { Role } from "../../schema";
import type { InvitationPage, TeamMember, TeamPage } from "../../schema/team";
import { RoleWall } from "../role-wall";
import { InvitationsCard } from "./invitations-card";
import type { MemberAct } from "./acts-on";
import { MemberTable } from "./member-table";

const InviteDialog = lazyPart(
  () => import("./invite-dialog"),
  (part) => part.onClose(),
);
const MemberDialogs = lazyPart(
  () => import("./member-dialogs"),
  (part) => part.onClose(),
);

type TeamViewProps = {
  /** Null where the role does not show the team. */
  page: TeamPage | null | undefined;
  invitations: InvitationPage | null | undefined;
  own: Role;
  after?: string;
};

/** The page of the team. */
export function TeamView(props: TeamViewProps) {
  const [isInviting, setInviting] = createSignal(false);
  const [chosen, setChosen] = createSignal<{ act: MemberAct; member: TeamMember }>();
  const canInvite = () => props.own === "owner" || props.own === "admin";
  const canNameOwner = () => props.own === "owner";
  return (
    <Show when={props.page !== null} fallback={<RoleWall title={t("team.hiddenTitle")} text={t("team.hiddenText")} />}>
      <PageHeader
        title={t("team.title")}
        description={t("team.description")}
        actions={
          <Show when={canInvite()}>
            <Button variant="primary" icon={<PlusIcon />} onClick={() => setInviting(true)}>
              {t("team.invite")}
            </Button>
          </Show>
        }
      />
      <div class="grid gap-5">
        <MemberTable
          members={props.page?.members}
          own={props.own}
          onAct={(act, member) => setChosen({ act, member })}
        />
        <Show when={props.after || props.page?.next}>
          <div class="flex flex-wrap gap-2">
            <Show when={props.after}>
              <LinkButton href="/admin/team">{t("team.firstPage")}</LinkButton>
            </Show>
            <Show when={props.page?.next}>
              {(next) => <LinkButton href={`/admin/team?after=${next()}`}>{t("team.nextPage")}</LinkButton>}
            </Show>
          </div>
        </Show>
        <Show when={props.invitations?.invitations.length}>
          <InvitationsCard invitations={props.invitations!.invitations} own={props.own} />
        </Show>
      </div>
      <Show when={isInviting()}>
        <InviteDialog canNameOwner={canNameOwner()} onClose={() => setInviting(false)} />
      </Show>
      <Show when={chosen()}>
        {(choice) => (
          <MemberDialogs
            member={choice().member}
            act={choice().act}
            canNameOwner={canNameOwner()}
            onClose={() => setChosen(undefined)}
          />
        )}
      </Show>
    </Show>
  );
}
