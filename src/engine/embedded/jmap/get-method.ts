import { MethodError } from "../seams";
import { GetArguments, parseArguments } from "./arguments";
import { coreLimits, type Jmap, type MethodFactory } from "./jmap";

/** What a /get reads of an account. */
type Source = {
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

/**
 * A /get (RFC 8620 section 5.1). `known` is every property of the type: others are refused as `invalidArguments`. `open` is told which
 * ones are asked for.
 */
export const getMethod =
  (
    known: readonly string[],
    open: (jmap: Jmap, accountId: string, properties: readonly string[] | null | undefined) => Source,
  ): MethodFactory =>
  (jmap) =>
  async ({ accountId }, args) => {
    const { ids: wanted, properties } = parseArguments(GetArguments, args);
    checkProperties(properties, known);
    const { state, all, find } = open(jmap, accountId, properties);
    const ids = [...new Set(wanted ?? all())];
    checkIdCount(ids);
    const list: Record<string, unknown>[] = [];
    const notFound: string[] = [];
    for (const id of ids) {
      const object = find(id);
      if (object) list.push(properties ? pick(object, ["id", ...properties]) : object);
      else notFound.push(id);
    }
    return { accountId, state, list, notFound };
  };

function pick(object: Record<string, unknown>, properties: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(properties.map((property) => [property, object[property]]));
}
