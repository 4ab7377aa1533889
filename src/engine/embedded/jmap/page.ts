import { MethodError } from "../seams";
import { maxQueryResults } from "./jmap";

export type PageArguments = {
  position?: number | null;
  anchor?: string | null;
  anchorOffset?: number | null;
  limit?: number | null;
};

/** Cuts the wanted window out of a whole result (RFC 8620 section 5.5). Throws `anchorNotFound`. */
export function cutPage(ids: readonly string[], args: PageArguments): { position: number; ids: string[] } {
  let position = args.position ?? 0;
  if (args.anchor != null) {
    const at = ids.indexOf(args.anchor);
    if (at < 0) throw new MethodError("anchorNotFound");
    position = Math.max(at + (args.anchorOffset ?? 0), 0);
  } else if (position < 0) position = Math.max(ids.length + position, 0);
  const limit = Math.min(args.limit ?? maxQueryResults, maxQueryResults);
  return { position, ids: ids.slice(position, position + limit) };
}

/** `limit` is echoed only when the server lowered it. */
export const limitEcho = (limit: number | null | undefined): { limit?: number } =>
  limit == null || limit > maxQueryResults ? { limit: maxQueryResults } : {};
