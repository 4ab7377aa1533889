import { sweepErasures } from "../../src/features/users/server/sweep-erasures";
import type { Handler } from "../handler";

export const onTenantEraseSweep: Handler<"tenant.erase.sweep"> = async (_, services) => {
  await sweepErasures(services);
};
