import { type SQL, sql } from "drizzle-orm";
import { mailUsers } from "../../../../../db/schema";
import type { SortOrder, UserSort } from "../../schema/user-filter";

type Key = "createdAt" | "address" | "nameKey" | "usedShare" | "signedInAt" | "deletedAt";
export type Sort = {
  key: Key;
  order: SortOrder;
  /** The column as text that loses nothing, for the cursor. */
  text: SQL<string>;
  /** That text as the column's value; undefined when it is none. */
  value: (text: string) => SQL | undefined;
};

const digits = /^-?\d{1,16}$/;
/** PostgreSQL counts microseconds, `Date` milliseconds: the cursor keeps the database's own count since 1970. */
const moment = (key: Key): Sort => ({
  ...{ key, order: "desc" },
  text: sql<string>`(extract(epoch from ${mailUsers[key]}) * 1000000)::bigint::text`,
  value: (text) =>
    digits.test(text) ? sql`(timestamptz 'epoch' + ${text}::bigint * interval '1 microsecond')` : undefined,
});
const words = (key: Key): Sort => ({
  ...{ key, order: "asc" },
  text: sql<string>`${mailUsers[key]}`,
  value: (text) => sql`${text}::text`,
});

const sorts = {
  created: moment("createdAt"),
  address: words("address"),
  name: words("nameKey"),
  usage: {
    ...{ key: "usedShare", order: "desc" },
    text: sql<string>`${mailUsers.usedShare}::text`,
    value: (text) => (digits.test(text) ? sql`${text}::bigint` : undefined),
  },
  sign_in: moment("signedInAt"),
} satisfies Record<UserSort, Sort>;

/** Those who were deleted last come first, whatever else the list is sorted by. */
const bin = moment("deletedAt");

/** How a list is sorted; each has an index of its own that ends with the id. */
export const sortOf = (sort: UserSort, order: SortOrder | undefined, isBin: boolean): Sort =>
  isBin ? bin : { ...sorts[sort], order: order ?? sorts[sort].order };
