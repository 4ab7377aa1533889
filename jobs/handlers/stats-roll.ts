import { rollStats } from "../../src/features/users/server/stats/roll-stats";
import type { Handler } from "../handler";

export const onStatsRoll: Handler<"stats.roll"> = async (_, services) => {
  await rollStats(services);
};
