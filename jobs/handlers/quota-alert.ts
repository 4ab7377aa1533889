import { alertQuota } from "../../src/features/users/server/usage/alert-quota";
import { systemContext } from "../../src/server/context";
import type { Handler } from "../handler";

export const onQuotaAlert: Handler<"quota.alert"> = async ({ tenantId }, services) =>
  alertQuota(systemContext(services, { job: "quota.alert" }, tenantId));
