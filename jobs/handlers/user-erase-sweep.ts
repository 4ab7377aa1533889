import { sweepDeleted } from "../../src/features/users/server/sweep-deleted";
import type { Handler } from "../handler";

export const onUserEraseSweep: Handler<"user.erase.sweep"> = async (_, services) => {
  await sweepDeleted(services);
};
