import { createAsync, type RouteDefinition, useSearchParams } from "@solidjs/router";
import { currentMember } from "~/features/auth/ui/queries";
import { domainChoices, invitationList, teamList } from "~/features/auth/ui/team/queries";
import { TeamView } from "~/features/auth/ui/team/team-view";

const cursorOf = (after: unknown) => (typeof after === "string" && after !== "" ? after : undefined);

export const route = {
  preload: ({ location }) => {
    void teamList(cursorOf(location.query.after));
    void invitationList();
    void domainChoices();
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
