import { createAsync, createAsyncStore, useSearchParams } from "@solidjs/router";
import { currentMember } from "~/features/auth/ui/queries";
import { domainList } from "~/features/domains/ui/queries";
import type { UserFilter } from "~/features/users/ui/queries";
import { userList } from "~/features/users/ui/queries";
import { UserList } from "~/features/users/ui/user-list";

const textOf = (value: unknown) => (typeof value === "string" && value !== "" ? value : undefined);

const filterOf = (params: Record<string, unknown>): UserFilter => ({
  domainId: textOf(params.domain),
  search: textOf(params.q),
  after: textOf(params.after),
});

export default function UsersPage() {
  const [params] = useSearchParams();
  const page = createAsyncStore(() => userList(filterOf(params)), { reconcile: { key: "id" } });
  const domains = createAsync(() => domainList());
  const me = createAsync(() => currentMember());
  const canEdit = () => ["owner", "admin", "domain_admin"].includes(me()?.member.role ?? "");
  return <UserList page={page()} domains={domains()} filter={filterOf(params)} canEdit={canEdit()} />;
}
