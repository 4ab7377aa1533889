import { applySendLimits } from "../../src/features/users/server/limits/apply-send-limits";
import { systemContext } from "../../src/server/context";
import type { Handler } from "../handler";

export const onLimitsApply: Handler<"limits.apply"> = ({ tenantId, domainId }, services) =>
  applySendLimits(systemContext(services, { job: "limits.apply" }, tenantId), { domainId });
