import type { ImportField } from "../../schema/imports";
import type { ImportValues, ParsedRow, RowIssue } from "./parse-row";
import type { ImportFacts, KnownUser } from "./read-facts";

export type ImportOptions = {
  existing: "change" | "skip";
  /** Octets, for new users whose storage the file does not say. */
  quotaBytes: number;
};

/** What of an existing user differs from the file. */
export type UserDifference = Partial<Pick<KnownUser, "displayName" | "quotaBytes" | "recoveryEmail" | "state">>;

export type Judgement = { line: number; values: ImportValues } & (
  | { wanted: "refuse"; issues: RowIssue[] }
  | { wanted: "skip"; userId: string }
  | { wanted: "create"; domainId: string; quotaBytes: number; aliases: NewAlias[] }
  | { wanted: "change"; user: KnownUser; set: UserDifference; aliases: NewAlias[] }
);
export type NewAlias = { address: string; domainId: string };

const domainOf = (address: string) => address.slice(address.lastIndexOf("@") + 1);

function differenceOf(values: ImportValues, user: KnownUser): UserDifference {
  const { displayName, recoveryEmail, state } = values;
  const quotaBytes = values.quotaBytes === undefined ? user.quotaBytes : Number(values.quotaBytes);
  return {
    ...(displayName !== undefined && displayName !== user.displayName ? { displayName } : {}),
    ...(quotaBytes !== user.quotaBytes ? { quotaBytes } : {}),
    ...(recoveryEmail !== undefined && recoveryEmail !== user.recoveryEmail ? { recoveryEmail } : {}),
    ...(state !== undefined && state !== user.state ? { state } : {}),
  };
}

/**
 * What is to be done for each line, or why it cannot be. Lines are judged in their order: the first that asks for an address, a seat or storage has it.
 * Pure: the dry run and the import itself judge alike, each with the facts of its moment.
 */
export function judgeRows(rows: readonly ParsedRow[], facts: ImportFacts, options: ImportOptions): Judgement[] {
  const seen = new Set<string>();
  const left = { users: facts.room.users, bytes: facts.room.bytes };
  const mainAddresses = new Set(rows.map(({ values }) => values.address));

  const judge = ({ line, values, issues: found }: ParsedRow): Judgement => {
    const issues = [...found];
    const complain = (column: ImportField, what: string) =>
      void issues.push({ column, message: `imports.issue_${what}` });
    const refused = (): Judgement => ({ line, values, wanted: "refuse", issues });
    if (issues.some(({ column }) => column === "address")) return refused();

    const { address } = values;
    if (seen.has(address)) complain("address", "address_twice");
    seen.add(address);
    const domain = facts.domains.get(domainOf(address));
    if (!domain) complain("address", "domain_unknown");
    else if (!domain.isUsable) complain("address", "domain_not_active");
    const holder = facts.holders.get(address);
    const user = holder?.user ?? null;
    if (holder && !user && !holder.isRole)
      complain("address", holder.holder === "group" ? "address_group" : "address_alias");
    else if (user?.state === "deleted") complain("address", "address_resting");
    if (user && options.existing === "skip" && user.state !== "deleted" && issues.length === 0)
      return { line, values, wanted: "skip", userId: user.id };

    const aliases: NewAlias[] = [];
    for (const alias of values.aliases?.split(" ").filter(Boolean) ?? []) {
      const of = facts.domains.get(domainOf(alias));
      const held = facts.holders.get(alias);
      if (held && user && held.userId === user.id) continue;
      if (!of?.isUsable) complain("aliases", "alias_domain");
      else if (held && !held.isRole) complain("aliases", "alias_taken");
      else if (seen.has(alias) || mainAddresses.has(alias)) complain("aliases", "alias_twice");
      else aliases.push({ address: alias, domainId: of.id });
    }

    const set = user ? differenceOf(values, user) : {};
    const quotaBytes = Number(values.quotaBytes ?? options.quotaBytes);
    const moreBytes = user ? (set.quotaBytes ?? user.quotaBytes) - user.quotaBytes : quotaBytes;
    if (!user && issues.length === 0 && left.users < 1) complain("address", "limit_users");
    if (issues.length === 0 && (moreBytes > Math.max(0, left.bytes) || quotaBytes > facts.room.mostBytes))
      complain("quota", "limit_storage");
    if (issues.length > 0 || !domain) return refused();

    for (const alias of aliases) seen.add(alias.address);
    left.bytes -= moreBytes;
    if (!user) {
      left.users -= 1;
      return { line, values, wanted: "create", domainId: domain.id, quotaBytes, aliases };
    }
    if (Object.keys(set).length === 0 && aliases.length === 0) return { line, values, wanted: "skip", userId: user.id };
    return { line, values, wanted: "change", user, set, aliases };
  };
  return rows.map(judge);
}

/** Every address that the lines name. */
export const addressesIn = (rows: readonly ParsedRow[]): string[] => [
  ...new Set(rows.flatMap(({ values }) => [values.address, ...(values.aliases?.split(" ").filter(Boolean) ?? [])])),
];
