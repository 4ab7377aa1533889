import { createAsync, useSearchParams } from "@solidjs/router";
import { cursorOf } from "~/lib/cursor-of";
import { currentMember } from "~/features/auth/ui/queries";
import { invitationList, teamList } from "~/features/auth/ui/team/queries";
import { TeamView } from "~/features/auth/ui/team/team-view";

export default function TeamPage() {
  const [search] = useSearchParams();
  const after = () => cursorOf(search.after);
  const me = createAsync(() => currentMember());
  const page = createAsync(() => teamList(after()));
  const invitations = createAsync(() => invitationList());
  return <TeamView page={page()} invitations={invitations()} own={me()?.member.role ?? "viewer"} after={after()} />;
}
