import { ne } from "drizzle-orm";
import type { Database } from "../../../db/client";
import { dkimKeys, domains } from "../../../db/schema";
import { inScope } from "../../../db/transaction";
import { engineNameOf } from "~/features/domains/server/park-name";
import type { EngineDomainSide } from "./engine-side";
import { nameOfKey } from "./name-of-key";
import { type OtherNames, readPanelAccounts } from "./panel-accounts";
import { readPanelGroups } from "./panel-groups";

type Row = typeof domains.$inferSelect;

/** What the engine should have, over all tenants: domains, accounts and lists by address, and keys by `nameOfKey`. */
export async function readPanelSide(db: Database, now: Date) {
  return inScope(db, { sweep: true }, async (tx) => {
    const rows = await tx.select().from(domains);
    const { domainId, selector, algorithm, stage } = dkimKeys;
    const keyRows = await tx
      .select({ domainId, selector, algorithm, stage })
      .from(dkimKeys)
      .where(ne(stage, "retired"));
    const names = new Map(rows.filter(isInEngine).map((row) => [row.id, engineNameOf(row)]));
    const keys = keyRows.flatMap((key) => {
      const name = names.get(key.domainId);
      return name ? [nameOfKey(name, key)] : [];
    });
    const accounts = await readPanelAccounts(tx, otherNamesOf(rows), now);
    const groups = await readPanelGroups(tx, now);
    return {
      domains: new Set(names.values()),
      addressing: addressingOf(rows, accounts, groups),
      accounts,
      groupAccounts: groups.accounts,
      lists: groups.lists,
      keys: new Set(keys),
      atOddsWithProof: rows.flatMap((row) => (isAtOdds(row) ? [row.name] : [])).sort(),
    };
  });
}

/** Proven, or moved aside with its mail after somebody else proved it; one that is being given up is on its way out. */
const isInEngine = ({ state, provenAt, frozenUntil }: Row) =>
  state !== "releasing" && (provenAt !== null || frozenUntil !== null);

function isAtOdds({ state, provenAt, frozenUntil, appliedRevision }: Row): boolean {
  if (state === "pending_proof") return provenAt !== null || appliedRevision > 0;
  return provenAt === null && frozenUntil === null && state !== "releasing";
}

/** As `otherNames` has it for one tenant. */
function otherNamesOf(rows: Row[]): OtherNames {
  const mains = new Map(rows.map((row) => [row.id, row]));
  const works = rows.filter(({ aliasOfId, provenAt, engineId, frozenUntil, state }) => {
    const main = aliasOfId === null ? undefined : mains.get(aliasOfId);
    return main && !main.frozenUntil && provenAt && engineId !== null && !frozenUntil && state !== "releasing";
  });
  const byMain = Map.groupBy(works, ({ aliasOfId }) => aliasOfId!);
  return new Map([...byMain].map(([id, others]) => [id, others.map(({ name }) => name)]));
}

type Accounts = Awaited<ReturnType<typeof readPanelAccounts>>;
type Groups = Awaited<ReturnType<typeof readPanelGroups>>;

/** By name, of the domains that are there and not aside; an address at which nobody gets mail catches nothing. */
function addressingOf(rows: Row[], accounts: Accounts, groups: Groups): Map<string, EngineDomainSide> {
  const living = new Set(groups.living);
  for (const [address, { blocks, aliases = [] }] of accounts)
    if (!blocks.includes("receive")) for (const held of [address, ...aliases]) living.add(held);
  const mains = new Map(rows.map((row) => [row.id, row]));
  const here = rows.filter((row) => isInEngine(row) && !row.frozenUntil);
  return new Map(
    here.map((row) => {
      const { catchAll, subAddressing } = mains.get(row.aliasOfId ?? row.id) ?? row;
      return [row.name, { catchAll: catchAll !== null && living.has(catchAll) ? catchAll : null, subAddressing }];
    }),
  );
}
