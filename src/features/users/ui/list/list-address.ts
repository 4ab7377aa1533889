import type { SortOrder, UserCondition, UserSort } from "../../schema/user-filter";

/** What the address of the list says: all of it can be shared. */
export type ListAddress = {
  domainId?: string;
  search?: string;
  is: UserCondition[];
  inactiveDays?: number;
  sort: UserSort;
  order?: SortOrder;
  after?: string;
};

/** In the order in which they are offered. */
export const conditions: UserCondition[] = [
  ...(["active", "suspended", "no_sign_in", "no_send", "no_receive", "invited", "paused"] as const),
  ...(["pending", "failed", "over_quota", "nearly_full", "no_recovery", "deleted"] as const),
];
export const inactiveChoices = [30, 90, 180, 365];
export const sorts: UserSort[] = ["created", "address", "name", "usage", "sign_in"];
/** How each begins; the other way round at the second press. */
const firstOrders: Record<UserSort, SortOrder> = {
  ...{ created: "desc", address: "asc", name: "asc", usage: "desc", sign_in: "desc" },
};

const textOf = (value: unknown) => (typeof value === "string" && value !== "" ? value : undefined);
const oneOf = <T extends string>(value: unknown, known: readonly T[]) => known.find((one) => one === value);

/** Reads the address; what it does not know it leaves out. */
export function readAddress(params: Record<string, unknown>): ListAddress {
  const days = Number(textOf(params["inactive"]) ?? Number.NaN);
  const asked = (textOf(params["is"]) ?? "").split(",");
  return {
    ...{ domainId: textOf(params["domain"]), search: textOf(params["q"]), after: textOf(params["after"]) },
    is: conditions.filter((condition) => asked.includes(condition)).slice(0, 6),
    inactiveDays: Number.isInteger(days) && days > 0 && days <= 3650 ? days : undefined,
    ...{ sort: oneOf(params["sort"], sorts) ?? "created", order: oneOf(params["order"], ["asc", "desc"] as const) },
  };
}

/** The same as parameters of an address; `undefined` stands for one that goes. */
export const addressParams = ({ domainId, search, is, inactiveDays, sort, order, after }: ListAddress) => ({
  ...{ q: search, domain: domainId, is: is.join(",") || undefined, inactive: inactiveDays?.toString() },
  ...{ sort: sort === "created" ? undefined : sort, order: order === firstOrders[sort] ? undefined : order, after },
});

const encoded = (params: Record<string, string | undefined>) =>
  new URLSearchParams(
    Object.entries(params).filter((entry): entry is [string, string] => Boolean(entry[1])),
  ).toString();

/** The page of the list with some of it changed: from the first page on, unless `after` is among the changes. */
export const listLink = (at: ListAddress, change: Partial<ListAddress> = {}): string =>
  `/admin/users?${encoded(addressParams({ ...at, after: undefined, ...change }))}`;

/** The file of what the list shows. */
export function exportLink({ domainId, search, is, inactiveDays }: ListAddress): string {
  const inactive = inactiveDays?.toString();
  return `/admin/users.csv?${encoded({ domainId, search, is: is.join(","), inactiveDays: inactive })}`;
}

export const orderOf = ({ sort, order }: ListAddress): SortOrder => order ?? firstOrders[sort];

/** Where a press on the head of a column leads. */
export const sortLink = (at: ListAddress, sort: UserSort): string => {
  const isSame = at.sort === sort;
  const order = isSame ? (orderOf(at) === "asc" ? "desc" : "asc") : firstOrders[sort];
  return listLink(at, { sort, order });
};

/** Those who were deleted are shown alone, the last one first. */
export const isBin = ({ is }: ListAddress): boolean => is.includes("deleted");

export const isFiltered = ({ domainId, search, is, inactiveDays }: ListAddress): boolean =>
  Boolean(domainId || search || is.length > 0 || inactiveDays);

/** As procedures take it. */
export const filterOf = ({ domainId, search, is, inactiveDays }: ListAddress) => ({
  ...{ domainId, search, inactiveDays },
  is: is.length > 0 ? is : undefined,
});
