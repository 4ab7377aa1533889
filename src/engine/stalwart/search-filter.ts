import type { SearchCondition, SearchFilter } from "../mail-search.ts";
import type { Mailboxes } from "./mailboxes.ts";

/** A filter of RFC 8621 section 4.4.1; true when every message meets it, false when none can. */
export type JmapFilter = Record<string, unknown> | boolean;

type Known = Pick<Mailboxes, "findRole" | "idsNamed">;

/** The filter as JMAP has it. What cannot be true or false for any message is taken out, for not every server knows an empty operator. */
export async function toJmapFilter(filter: SearchFilter, known: Known): Promise<JmapFilter> {
  if (!("operator" in filter)) return toCondition(filter, known);
  const parts = await Promise.all(filter.filters.map((part) => toJmapFilter(part, known)));
  if (filter.operator === "all") return joined("AND", parts, true);
  const any = joined("OR", parts, false);
  if (filter.operator === "any") return any;
  return typeof any === "boolean" ? !any : { operator: "NOT", conditions: [any] };
}

function joined(operator: "AND" | "OR", parts: JmapFilter[], neutral: boolean): JmapFilter {
  if (parts.includes(!neutral)) return !neutral;
  const conditions = parts.filter((part) => typeof part !== "boolean");
  if (conditions.length === 0) return neutral;
  return conditions.length === 1 ? conditions[0]! : { operator, conditions };
}

async function toCondition(condition: SearchCondition, known: Known): Promise<JmapFilter> {
  const { mailbox, before, after, ...rest } = condition;
  // One property a condition: what several in one mean was read differently by servers of some age.
  const parts: JmapFilter[] = Object.entries(rest).flatMap(([name, value]) => {
    const wanted = typeof value === "string" && !name.endsWith("Keyword") ? quoted(value) : value;
    return wanted === undefined || wanted === null ? [] : [{ [name]: wanted }];
  });
  if (before) parts.push({ before: before.toISOString().replace(/\.\d+Z$/, "Z") });
  if (after) parts.push({ after: after.toISOString().replace(/\.\d+Z$/, "Z") });
  if (mailbox) {
    const ids =
      "id" in mailbox
        ? [mailbox.id]
        : "name" in mailbox
          ? await known.idsNamed(mailbox.name)
          : [await known.findRole(mailbox.role)];
    const inAny = ids.flatMap((id) => (id === null ? [] : [{ inMailbox: id }]));
    parts.push(joined("OR", inAny, false));
  }
  return joined("AND", parts, true);
}

/** A phrase in quotation marks, of which its own would be the end; `null` for what has nothing to look for. */
function quoted(text: string): string | null {
  const words = text.replace(/["'\\\s\p{Cc}]+/gu, " ").trim();
  if (!/[\p{L}\p{N}\p{S}]/u.test(words)) return null;
  return words.includes(" ") ? `"${words}"` : words;
}
