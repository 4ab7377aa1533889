import { inScope } from "../../../db/transaction";
import { notePostArrived } from "../../features/users/server/groups/note-post-arrived";
import { countSubmitted, type Submitted } from "../../features/users/server/limits/count-submitted";
import { watchMail } from "../../features/users/server/guard/watch-mail";
import type { Services } from "../services";
import { attributeEvents, isSubmission, type TenantShare } from "./attribute-events";
import { addCounts, ownCounts } from "./count-mail";
import { earlierFacts, findSubmitted } from "./earlier-facts";
import type { EngineEvent } from "./engine-event";
import { findParties, type Parties } from "./find-parties";
import type { MailFact } from "./mail-fact";
import { recordFacts } from "./record-facts";
import { storeOwn } from "./store-own";

/**
 * Keeps what the mail server told, each thing once, however often and in whatever order it tells it: history, state and numbers of mail,
 * one transaction a tenant. When it returns all is stored; it throws when something of it is not, and may then be asked again.
 */
export async function ingestEvents(services: Services, events: readonly EngineEvent[]): Promise<void> {
  const addresses = events.flatMap(({ from, to, login }) => [from ?? "", login ?? "", ...to]);
  const known = [...new Set(addresses)].filter((address) => address.includes("@"));
  const accounts = [...new Set(events.flatMap(({ accountId }) => accountId ?? []))];
  const parties = await findParties(services, known, accounts);
  const submitted = await findSubmitted(services, events, parties);
  const earlier = await earlierFacts(services, events, parties);
  const shares = attributeEvents(events, parties, submitted);
  for (const share of shares) share.facts.push(...(earlier.get(share.tenantId) ?? []));
  const ends = await Promise.allSettled(shares.map((share) => ingestShare(services, share, parties)));
  const failed = ends.find((end) => end.status === "rejected");
  if (failed) throw failed.reason;
}

async function ingestShare(services: Services, { tenantId, facts, own }: TenantShare, parties: Parties): Promise<void> {
  const { db, events, now } = services;
  const { fresh, arrived } = await inScope(db, { tenantId }, async (tx) => {
    const recorded = await recordFacts(tx, { tenantId, facts, parties, at: now() });
    const known = await storeOwn(tx, tenantId, own);
    await addCounts(tx, tenantId, ownCounts(known));
    await countSubmitted(tx, submittedBy(tenantId, recorded, parties));
    return { fresh: recorded, arrived: known };
  });
  const groups = new Set(arrived.flatMap(({ event, party }) => (party.groupId && event.accountId) || []));
  for (const accountId of groups) await notePostArrived(services, accountId);
  if (fresh.length === 0) return;
  events.publish({ tenantId, topic: "delivery" });
  // The mail server waits for an answer, and may itself be asked to hold somebody back.
  void watchMail(
    services,
    tenantId,
    fresh.map(({ queueId }) => queueId),
  );
}

/** What counts towards the limits of who sent it, which mail programs are held to as well. */
const submittedBy = (tenantId: string, fresh: readonly MailFact[], { byAddress }: Parties): Submitted[] =>
  fresh.flatMap((fact) => {
    const { mailUserId, sender = "", to = [] } = fact.data;
    const domainId = byAddress.get(sender)?.domainId;
    if (!isSubmission(fact) || !mailUserId || !domainId) return [];
    return [{ tenantId, domainId, mailUserId, recipients: to.length, at: fact.at }];
  });
