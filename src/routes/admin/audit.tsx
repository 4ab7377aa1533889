import { createAsync, useSearchParams } from "@solidjs/router";
import { AuditLog } from "~/features/auth/ui/audit/audit-log";
import { viewOf } from "~/features/auth/ui/audit/audit-view";
import { auditPage } from "~/features/auth/ui/audit/queries";

export default function AuditRoute() {
  const [params] = useSearchParams();
  const view = () => viewOf(params);
  const page = createAsync(() => auditPage(view()));
  return <AuditLog page={page()} view={view()} />;
}
