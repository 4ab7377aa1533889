import { createAsync, type RouteDefinition, useSearchParams } from "@solidjs/router";
import { cursorOf } from "~/lib/cursor-of";
import { currentMember } from "~/features/auth/ui/queries";
import { invitationList, teamList } from "~/features/auth/ui/team/queries";
import { TeamView } from "~/features/auth/ui/team/team-view";

export const route = {
  preload: ({ location }) => {
    void import("~/features/auth/ui/team/queries").then((queries) => {
      void queries.teamList(cursorOf(location.query.after));
      void queries.invitationList();
      void queries.domainChoices();
    });
  },
} satisfies RouteDefinition;

export default function TeamPage() {
  const [search] = useSearchParams();
  const after = () => cursorOf(search.after);
  const me = createAsync(() => currentMember());
  const page = createAsync(() => teamList(after()));
  const invitations = createAsync(() => invitationList());
  return <TeamView page={page()} invitations={invitations()} own={me()?.member.role ?? "viewer"} after={after()} />;
}
