import { createAsync, type RouteDefinition } from "@solidjs/router";
import { domainList } from "~/features/domains/ui/queries";
import { Overview } from "~/features/users/ui/overview";
import { userList } from "~/features/users/ui/queries";

export const route = {
  preload: () => {
    void import("~/features/domains/ui/queries").then((queries) => void queries.domainList());
    void import("~/features/users/ui/queries").then((queries) => void queries.userList({}));
  },
} satisfies RouteDefinition;

export default function OverviewPage() {
  const domains = createAsync(() => domainList());
  const users = createAsync(() => userList({}));
  return <Overview domains={domains()} users={users()} />;
}
