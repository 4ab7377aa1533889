import type { Transaction } from "../../../db/client";
import { addCounts, countsOf } from "./count-mail";
import type { Parties } from "./find-parties";
import type { MailFact } from "./mail-fact";
import { matchSubmissions } from "./match-submissions";
import { storeFacts } from "./store-facts";
import { tellBounces } from "./tell-bounces";

/**
 * Keeps facts of one tenant with all that follows from them: state, numbers, word to webhooks. `parties` may be left out for mail that has a
 * row already. Returns those that were new.
 */
export async function recordFacts(
  tx: Transaction,
  asked: { tenantId: string; facts: readonly MailFact[]; parties?: Parties; at: Date },
): Promise<MailFact[]> {
  const { tenantId, facts, parties, at } = asked;
  const receiverOf = (address: string) => {
    const party = parties?.byAddress.get(address);
    return party?.tenantId === tenantId ? party.mailUserId : undefined;
  };
  const { fresh, changes } = await storeFacts(tx, tenantId, facts, receiverOf);
  await matchSubmissions(tx, tenantId, fresh);
  const isHere = (address: string) => !parties || parties.byAddress.has(address);
  await addCounts(tx, tenantId, countsOf(changes, isHere));
  await tellBounces(tx, { tenantId, changes, at });
  return fresh;
}
