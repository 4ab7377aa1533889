import { EngineError } from "~/engine/engine-error";
import type { UserEngine } from "~/engine/mail-engine";
import { AppError } from "~/lib/errors";
import type { Ctx } from "~/server/context";
import { openGroupKey } from "./group-key";
import type { GroupRow } from "./group-view";

/** Acts in the account of a group. Throws `engine.unavailable`, and `group.post_not_found` for a message that is gone. */
export async function withGroupEngine<T>(
  { engine, secretBox }: Pick<Ctx, "engine" | "secretBox">,
  { id, sealedEngineKey }: GroupRow,
  work: (engine: UserEngine) => Promise<T>,
): Promise<T> {
  if (!sealedEngineKey) throw new AppError("group.post_not_found");
  try {
    return await work(engine.forUser(openGroupKey(secretBox, id, sealedEngineKey)));
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    throw new AppError(
      error.failure === "notFound" ? "group.post_not_found" : "engine.unavailable",
      {},
      { cause: error },
    );
  }
}
