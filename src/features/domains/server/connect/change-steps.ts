import type { StoredDnsPlan, StoredDnsRecord, StoredDnsStep } from "../../../../../db/schema/dns-changes";
import type { ProviderRecord } from "./dns-provider";

export type Step = Pick<StoredDnsStep, "did" | "record" | "was">;

/** The lifetime of a record is nobody's content: it may change without the record being another one. */
export const isSameRecord = (one: StoredDnsRecord, other: StoredDnsRecord): boolean =>
  one.name === other.name &&
  one.type === other.type &&
  one.value === other.value &&
  (one.isProxied ?? false) === (other.isProxied ?? false);

/** Stands at each record that a change makes, so that a change that was broken off knows its own. */
export const commentOf = (changeId: string): string => `DeftMail ${changeId}`;

/**
 * A plan in steps: first what stands in the way of others goes; then what is at the same name and of the same type is exchanged in one go, so that there is
 * no moment without; then the rest comes.
 */
export function stepsOf({ add, remove }: Pick<StoredDnsPlan, "add" | "remove">): Step[] {
  const left = [...add];
  const removes: Step[] = [];
  const replaces: Step[] = [];
  for (const was of remove) {
    const at = left.findIndex(({ name, type }) => name === was.name && type === was.type);
    const [record] = at < 0 ? [] : left.splice(at, 1);
    if (record) replaces.push({ did: "replace", record, was });
    else removes.push({ did: "remove", record: was });
  }
  return [...removes, ...replaces, ...left.map((record): Step => ({ did: "add", record }))];
}

export type Effect = { is: "open" } | { is: "done"; id: string | null } | { is: "changed" };

/** What became of a step, going by the zone as it is now. `comment` marks the records that the change made. */
export function effectOf({ did, record, was }: Step, records: ProviderRecord[], comment: string): Effect {
  const byId = (id: string | undefined) => records.find((one) => one.id === id);
  if (did === "add") {
    const same = records.find((one) => isSameRecord(one, record));
    if (!same) return { is: "open" };
    return same.comment === comment ? { is: "done", id: same.id } : { is: "changed" };
  }
  const old = did === "replace" ? was : record;
  const here = byId(old?.id);
  if (!old || (!here && did === "replace")) return { is: "changed" };
  if (!here) return { is: "done", id: null };
  if (isSameRecord(here, old)) return { is: "open" };
  return did === "replace" && isSameRecord(here, record) ? { is: "done", id: here.id } : { is: "changed" };
}

/** Whether the zone is, at the names of a plan, what it was when the plan was shown, but for the steps that are done. */
export function isAsPlanned(plan: StoredDnsPlan, done: StoredDnsStep[], records: ProviderRecord[]): boolean {
  const names = new Set([...plan.add, ...plan.remove].map(({ name }) => name));
  const gone = new Set(done.flatMap(({ did, record }) => (did === "remove" ? (record.id ?? []) : [])));
  const replaced = new Map(
    done.flatMap(({ did, was, record }) => (did === "replace" && was?.id ? [[was.id, record]] : [])),
  );
  const old = [...(plan.keep ?? []), ...plan.remove].filter(({ id = "", name }) => names.has(name) && !gone.has(id));
  const made = done.flatMap(({ did, id, record }) => (did === "add" && id ? [{ ...record, id }] : []));
  const expected = new Map([...old, ...made].map((one) => [one.id ?? "", replaced.get(one.id ?? "") ?? one]));
  const here = records.filter(({ name }) => names.has(name));
  return (
    here.length === expected.size &&
    here.every((one) => {
      const known = expected.get(one.id);
      return known !== undefined && isSameRecord(known, one);
    })
  );
}
