import { warnUser } from "../../src/features/users/server/usage/warn-user";
import { systemContext } from "../../src/server/context";
import type { Handler } from "../handler";

export const onQuotaWarn: Handler<"quota.warn"> = async ({ tenantId, userId }, services) =>
  warnUser(systemContext(services, { job: "quota.warn" }, tenantId), { userId });
