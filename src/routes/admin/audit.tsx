import { createAsync, type RouteDefinition, useSearchParams } from "@solidjs/router";
import { AuditLog } from "~/features/auth/ui/audit/audit-log";
import { viewOf } from "~/features/auth/ui/audit/audit-view";
import { auditPage } from "~/features/auth/ui/audit/queries";

export const route = {
  preload: ({ location }) =>
    void import("~/features/auth/ui/audit/queries").then((queries) => queries.preloadAudit(location.query)),
} satisfies RouteDefinition;

export default function AuditRoute() {
  const [params] = useSearchParams();
  const view = () => viewOf(params);
  const page = createAsync(() => auditPage(view()));
  return <AuditLog page={page()} view={view()} />;
}
