import { GroupPage } from "~/features/users/ui/groups/group-page";

export default function GroupRoute() {
  return <GroupPage />;
}
