import { ne } from "drizzle-orm";
import type { Database } from "../../../db/client";
import { dkimKeys, domains, mailUsers } from "../../../db/schema";
import { inScope } from "../../../db/transaction";
import { engineNameOf } from "~/features/domains/server/park-name";
import { nameOfKey } from "./name-of-key";

const columns = {
  ...{ id: domains.id, name: domains.name, state: domains.state, provenAt: domains.provenAt },
  ...{ frozenUntil: domains.frozenUntil, appliedRevision: domains.appliedRevision },
};
type Row = Pick<typeof domains.$inferSelect, keyof typeof columns>;

/** What the engine should have, over all tenants: names of domains and addresses, and keys by `nameOfKey`. */
export async function readPanelSide(db: Database) {
  return inScope(db, { sweep: true }, async (tx) => {
    const rows: Row[] = await tx.select(columns).from(domains);
    const { domainId, selector, algorithm, stage } = dkimKeys;
    const keyRows = await tx
      .select({ domainId, selector, algorithm, stage })
      .from(dkimKeys)
      .where(ne(stage, "retired"));
    const people = await tx
      .select({ address: mailUsers.address })
      .from(mailUsers)
      .where(ne(mailUsers.state, "deleted"));
    const names = new Map(rows.filter(isInEngine).map((row) => [row.id, engineNameOf(row)]));
    const keys = keyRows.flatMap((key) => {
      const name = names.get(key.domainId);
      return name ? [nameOfKey(name, key)] : [];
    });
    return {
      domains: new Set(names.values()),
      addresses: new Set(people.map(({ address }) => address)),
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
