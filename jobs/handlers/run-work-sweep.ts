import { sweepRuns } from "../../src/features/users/server/runs/sweep-runs";
import type { Handler } from "../handler";

export const onRunWorkSweep: Handler<"run.work.sweep"> = async (_, services) => {
  await sweepRuns(services);
};
