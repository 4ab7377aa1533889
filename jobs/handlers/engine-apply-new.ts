import { applyNewUsers } from "../../src/features/users/server/apply-new-users";
import { systemContext } from "../../src/server/context";
import type { Handler } from "../handler";

export const onEngineApplyNew: Handler<"engine.apply.new"> = async ({ tenantId }, services) =>
  applyNewUsers(systemContext(services, { job: "engine.apply.new" }, tenantId));
