/** The catalogue is split by the part of the product that speaks, so that a page downloads only the sentences it can show. */
export const areas = ["common", "landing", "auth", "domains", "users", "webmail"] as const;
export type Area = (typeof areas)[number];

/** First path segment -> areas beyond `common`. A path that is missing here still works: its area is fetched when first used. */
const bySegment: Record<string, readonly Area[]> = {
  "": ["landing"],
  admin: ["auth", "domains", "users"],
  mail: ["webmail"],
  login: ["auth"],
  signup: ["auth"],
  forgot: ["auth"],
  reset: ["auth"],
  invite: ["auth"],
};

/** Areas that the page at `pathname` speaks in. */
export const areasOf = (pathname: string): Area[] => ["common", ...(bySegment[pathname.split("/")[1] ?? ""] ?? [])];
