import { z } from "zod";

/** Management objects write a set as `{ "value": true }`. */
export const toSet = (values: readonly string[]): Record<string, true> =>
  Object.fromEntries(values.map((value) => [value, true]));

/** Management dates have no fraction of a second. */
export const toDate = (at: Date): string => at.toISOString().replace(/\.\d+Z$/, "Z");

/** A response to x:…/query. */
export const QueryReply = z.object({ ids: z.array(z.string()) });

/** A response to x:…/set that created the object `it`. */
export const CreatedReply = z.object({ created: z.object({ it: z.object({ id: z.string() }).loose() }) });

/** A cursor of the port is how many objects came before. Throws nothing: a cursor that is none starts over. */
export const positionOf = (cursor: string | undefined): number => Math.max(0, Number.parseInt(cursor ?? "0", 10) || 0);

/** The cursor after a page, when it was full. */
export const nextAfter = (position: number, found: number, limit: number): { next?: string } =>
  found < limit ? {} : { next: String(position + found) };
