import { sweepUnapplied } from "../../src/server/sweep-unapplied";
import type { Handler } from "../handler";

export const onEngineApplySweep: Handler<"engine.apply.sweep"> = async (_, services) => {
  await sweepUnapplied(services);
};
