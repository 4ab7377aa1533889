import { MethodError } from "../../seams";
import type { Comparator } from "../filter-tree";
import type { Sql } from "./email-filter";

const columns: Record<string, string | undefined> = {
  receivedAt: "e.received_at",
  sentAt: "coalesce(e.sent_at, e.received_at)",
  size: "e.size",
  from: "e.sort_from",
  to: "e.sort_to",
  subject: "e.sort_subject",
};

const keywordColumns: Record<string, string | undefined> = {
  hasKeyword:
    "exists (select 1 from email_keywords k where k.account_id = e.account_id and k.keyword = ? and k.email_id = e.id)",
  someInThreadHaveKeyword: "exists (select 1 from email_keywords k where k.thread_id = e.thread_id and k.keyword = ?)",
  allInThreadHaveKeyword: `not exists (select 1 from emails o where o.account_id = e.account_id and o.thread_id = e.thread_id
    and not exists (select 1 from email_keywords k where k.account_id = o.account_id and k.keyword = ? and k.email_id = o.id))`,
};

/** Whether a sort is the list view's own order, newest first, which the indexes hold. */
export function isNewestFirst(sort: readonly Comparator[]): boolean {
  const [first, ...rest] = sort;
  return !first || (rest.length === 0 && first.property === "receivedAt" && first.isAscending === false);
}

/** Compiles a sort to an ORDER BY over `emails e`; ties go newest first. Throws `unsupportedSort`. */
export function compileSort(sort: readonly Comparator[]): Sql {
  const values: string[] = [];
  const terms = sort.map(({ property, isAscending, keyword }) => {
    const direction = isAscending === false ? "desc" : "asc";
    const column = columns[property];
    if (column) return `${column} ${direction}`;
    const keywordColumn = keywordColumns[property];
    if (!keywordColumn) throw new MethodError("unsupportedSort", property);
    if (typeof keyword !== "string") throw new MethodError("invalidArguments", `sort by ${property} needs a keyword`);
    values.push(keyword.toLowerCase());
    return `${keywordColumn} ${direction}`;
  });
  const firstByDate = sort.find(({ property }) => property === "receivedAt");
  const tie = firstByDate?.isAscending === false || !firstByDate ? "desc" : "asc";
  if (!firstByDate) terms.push("e.received_at desc");
  return { sql: [...terms, `e.id ${tie}`].join(", "), values };
}
