import { MethodError } from "../seams";
import { coreLimits } from "./jmap";

type GetOptions = {
  accountId: string;
  ids: readonly string[] | null | undefined;
  properties: readonly string[] | null | undefined;
  /** Every property of the type; others are refused as `invalidArguments`. */
  known: readonly string[];
  state: string;
  /** All ids of the type in the account, for `ids: null`. */
  all: () => string[];
  /** The whole object, or `null` when there is none of that id. */
  find: (id: string) => Record<string, unknown> | null;
};

/** Refuses properties that the type does not have. */
export function checkProperties(properties: readonly string[] | null | undefined, known: readonly string[]): void {
  const unknown = properties?.find((property) => !known.includes(property));
  if (unknown !== undefined) throw new MethodError("invalidArguments", `unknown property ${unknown}`);
}

/** Throws `requestTooLarge` beyond 500 ids. */
export function checkIdCount(ids: readonly string[]): void {
  if (ids.length > coreLimits.maxObjectsInGet) throw new MethodError("requestTooLarge", "too many ids");
}

/** The common answer of a /get (RFC 8620 section 5.1). */
export function getObjects(options: GetOptions): Record<string, unknown> {
  const { accountId, properties, known, state, find } = options;
  checkProperties(properties, known);
  const ids = [...new Set(options.ids ?? options.all())];
  checkIdCount(ids);
  const list: Record<string, unknown>[] = [];
  const notFound: string[] = [];
  for (const id of ids) {
    const object = find(id);
    if (object) list.push(properties ? pick(object, ["id", ...properties]) : object);
    else notFound.push(id);
  }
  return { accountId, state, list, notFound };
}

function pick(object: Record<string, unknown>, properties: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(properties.map((property) => [property, object[property]]));
}
