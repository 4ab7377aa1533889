import { z } from "zod";
import { AppError } from "~/lib/errors";

/** The id that a cursor is. Throws `request.invalid` for one that is none. */
export function requireCursor(after: string | undefined): string | undefined {
  if (after === undefined || z.uuid().safeParse(after).success) return after;
  throw new AppError("request.invalid", { issues: [{ path: "after", message: "not a cursor" }] });
}
