import { GroupList } from "~/features/users/ui/groups/group-list";

export default function GroupsRoute() {
  return <GroupList />;
}
