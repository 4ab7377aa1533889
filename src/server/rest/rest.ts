import type { Meta } from "../trpc";
import type { RestMethod } from "./rest-routes";

/**
 * Where a procedure stands in the REST API: its method and its path below `/api/v1`, one sentence on what it does, and the status of
 * success when that is neither 200 nor, for no answer, 204. The first segment of the path is the heading in the reference.
 */
export function rest(
  place: `${RestMethod} /${string}`,
  summary: string,
  { status, description }: { status?: Meta["successStatus"]; description?: string } = {},
): Pick<Meta, "openapi" | "successStatus"> {
  const [method, path] = place.split(" ") as [RestMethod, `/${string}`];
  const tags = [path.split("/")[1]!];
  return { openapi: { method, path, summary, description, tags }, ...(status ? { successStatus: status } : {}) };
}
