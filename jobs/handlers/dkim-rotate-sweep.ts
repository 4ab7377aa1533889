import { sweepRotations } from "../../src/features/domains/server/dkim/sweep-rotations";
import type { Handler } from "../handler";

export const onDkimRotateSweep: Handler<"dkim.rotate.sweep"> = async (_, services) => {
  await sweepRotations(services);
};
