import type { ThreadFilter, ThreadSort } from "../../schema/threads";

const filters = {
  unread: { unread: true },
  flagged: { flagged: true },
  files: { hasAttachment: true },
} as const satisfies Record<string, ThreadFilter>;

const sorts = {
  oldest: { by: "received", ascending: true },
  from: { by: "from", ascending: true },
  subject: { by: "subject", ascending: true },
  size: { by: "size", ascending: false },
} as const satisfies Record<string, ThreadSort>;

/** What a list can be narrowed to, and its orders besides newest first. */
export type FilterName = keyof typeof filters;
export type SortName = keyof typeof sorts;
export const filterNames = Object.keys(filters) as FilterName[];
export const sortNames = Object.keys(sorts) as SortName[];

export type ListView = { filter?: FilterName | undefined; label?: string | undefined; sort?: SortName | undefined };

const oneOf = <Name extends string>(names: readonly Name[], given: string | null) =>
  names.find((name) => name === given);

/** How the query of an address says that a list is shown; words that it does not know are not there. */
export function readView(search: string): ListView {
  const params = new URLSearchParams(search);
  const label = params.get("label") ?? "";
  return {
    filter: oneOf(filterNames, params.get("filter")),
    label: /^[a-z0-9][\w.-]{0,63}$/.test(label) ? label : undefined,
    sort: oneOf(sortNames, params.get("sort")),
  };
}

/** The same as a query without its `?`, always written the same way; empty for the plain list. */
export const writeView = (view: ListView): string =>
  (["filter", "label", "sort"] as const)
    .flatMap((name) => (view[name] === undefined ? [] : [`${name}=${view[name]}`]))
    .join("&");

export const viewSuffix = (view: string): string => view && `?${view}`;

/** What the server is asked for so that a list is shown like this. */
export function windowOf(view: string): { filter?: ThreadFilter; sort?: ThreadSort } {
  const { filter, label, sort } = readView(view);
  const chosen = { ...(filter && filters[filter]), ...(label === undefined ? {} : { label }) };
  return {
    ...(Object.keys(chosen).length > 0 ? { filter: chosen } : {}),
    ...(sort ? { sort: sorts[sort] } : {}),
  };
}
