import { createAsync } from "@solidjs/router";
import { domainList } from "~/features/domains/ui/queries";
import { Overview } from "~/features/users/ui/overview";
import { userList } from "~/features/users/ui/queries";

export default function OverviewPage() {
  const domains = createAsync(() => domainList());
  const users = createAsync(() => userList({}));
  return <Overview domains={domains()} users={users()} />;
}
