import { eraseTenant } from "../../src/features/users/server/erase-tenant";
import { systemContext } from "../../src/server/context";
import type { Handler } from "../handler";

export const onTenantErase: Handler<"tenant.erase"> = ({ tenantId }, services) =>
  eraseTenant(systemContext(services, { job: "tenant.erase" }, tenantId));
