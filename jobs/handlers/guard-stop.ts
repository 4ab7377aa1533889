import { applyStop } from "../../src/features/users/server/guard/apply-stop";
import { systemContext } from "../../src/server/context";
import type { Handler } from "../handler";

export const onGuardStop: Handler<"guard.stop"> = ({ tenantId, userId }, services) =>
  applyStop(systemContext(services, { job: "guard.stop" }, tenantId), { userId });
