import { createAsync, createAsyncStore, useSearchParams } from "@solidjs/router";
import { currentMember } from "~/features/auth/ui/queries";
import { domainList } from "~/features/domains/ui/queries";
import { readAddress } from "~/features/users/ui/list/list-address";
import { mayChangeUsers } from "~/features/users/ui/may-change-users";
import { userList } from "~/features/users/ui/queries";
import { UserList } from "~/features/users/ui/user-list";

export default function UsersPage() {
  const [params] = useSearchParams();
  const page = createAsyncStore(() => userList(readAddress(params)), { reconcile: { key: "id" } });
  const domains = createAsync(() => domainList());
  const me = createAsync(() => currentMember());
  return <UserList page={page()} domains={domains()} at={readAddress(params)} canEdit={mayChangeUsers(me())} />;
}
