import { EngineError, type EngineFailure } from "~/engine/engine-error";
import { AppError, type FailureKey } from "~/lib/errors";

const failures: Partial<Record<EngineFailure, FailureKey>> = {
  conflict: "mailbox.name_taken",
  refused: "mailbox.refused",
  notFound: "mailbox.not_found",
  overQuota: "mailbox.limit_reached",
};

/** For `catch` behind the making or changing of a folder: what the engine says no to, in the words of the product. Throws always. */
export function folderRefusal(error: unknown): never {
  const key = error instanceof EngineError ? failures[error.failure] : undefined;
  if (key) throw new AppError(key, {}, { cause: error });
  throw error;
}
