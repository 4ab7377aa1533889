import { EngineError } from "~/engine/engine-error";
import { AppError } from "~/lib/errors";

/** For `catch` behind a question about one folder: what was not found then is the folder. Throws `mailbox.not_found`, or the error as it is. */
export function folderGone(error: unknown): never {
  if (error instanceof EngineError && error.failure === "notFound")
    throw new AppError("mailbox.not_found", {}, { cause: error });
  throw error;
}
