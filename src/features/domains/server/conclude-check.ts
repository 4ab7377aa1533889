import { and, eq } from "drizzle-orm";
import type { Transaction } from "../../../../db/client";
import { domains } from "../../../../db/schema";
import { enqueue } from "../../../../jobs/enqueue";
import { audit } from "~/server/audit";
import type { Ctx } from "~/server/context";
import { secondsUntilNextCheck } from "./check-schedule";
import { keysSeen } from "./dkim/keys-seen";
import type { Observation } from "./dns/gather-answers";
import type { Authority } from "./dns/server-address";
import { isWorking, judgeDomain } from "./domain-state";
import { type DomainRow, type DomainSubject, findSubject } from "./domain-subject";
import { isBad, judgeRecords } from "./judge-records";
import { noteCheck } from "./note-check";
import { ageProof, isProofFresh, isProofLost } from "./proof-life";
import { type SettledVerdict, settleVerdict } from "./settle-verdicts";
import { storeVerdicts } from "./store-verdicts";

export type CheckedDomain = Observation & {
  authority: Authority | null;
  /** Only some of the records were looked at: nothing was sought beyond them. */
  isPartial?: boolean;
};

export type Conclusion = {
  /** The engine has to be told. */
  mustApply: boolean;
  isNewlyProven: boolean;
};

/** A look that is due so soon is asked for at once: the sweep would come late for somebody who waits. */
const soonSeconds = 60;

/**
 * Stores the verdicts and what follows from them, unless the claim was given up or made anew meanwhile, or the look was cancelled. `checked` is
 * the domain as it was when DNS was asked. A name that another tenant has proven breaks the index `domains_proven_name`.
 */
export async function concludeCheck(
  tx: Transaction,
  ctx: Ctx,
  checked: DomainSubject,
  { verdicts, findings, authority, isPartial = false }: CheckedDomain,
): Promise<Conclusion> {
  const subject = await findSubject(tx, ctx, checked.domain.id, { lock: true });
  if (!subject || isOver(subject.domain.state) || isOutdated(subject.domain, checked.domain))
    return { mustApply: false, isNewlyProven: false };
  const { domain, wanted, found } = subject;
  const now = ctx.now();
  const settled = new Map<string, SettledVerdict>();
  for (const [id, next] of verdicts) settled.set(id, settleVerdict(id, next, found.get(id), now));

  // Silence about the proof is settled to its last word, so what was really heard counts here.
  const heard = verdicts.get("proof")?.state;
  const isNewlyProven = !domain.provenAt && heard === "match";
  const isApplied = domain.appliedRevision > 0;
  const isSigning = subject.keys.some(({ stage }) => stage === "active");
  // Nothing was made of it yet, and it is gone again.
  const isWithdrawn = domain.provenAt !== null && !isApplied && heard !== undefined && isBad(heard);
  const isProven = isNewlyProven || (domain.provenAt !== null && !isWithdrawn);
  const proof = isProven ? ageProof(domain, heard, now) : unproven;
  const keys = isProven ? await keysSeen(tx, ctx, subject, { verdicts, checked }) : { changed: false };
  const seen = (id: string) => {
    const fresh = settled.get(id);
    return fresh ? { ...fresh, ignoredAt: found.get(id)?.ignoredAt } : found.get(id);
  };
  const judged = judgeRecords(wanted, seen, { intent: domain.intent, now });
  const lost = isProofLost(proof, now);
  const state = judgeDomain({
    state: domain.state,
    isProven,
    isProofLost: lost,
    isApplied,
    isSigning,
    records: judged,
  });
  const attempts = isNewlyProven || isWorking(state) ? 0 : domain.checkAttempts + 1;
  const gone = wanted.flatMap(({ id }) => seen(id)?.missedSince ?? []);
  const missedSince = gone.toSorted((a, b) => a.getTime() - b.getTime())[0] ?? null;
  const pause = secondsUntilNextCheck({ domainId: domain.id, state, attempts, missedSince, now });
  const nextCheckAt = new Date(now.getTime() + pause * 1000);
  const hasWaited = isProven && domain.revision > domain.appliedRevision && isProofFresh(proof, now);
  const mustApply = isNewlyProven || keys.changed || hasWaited;

  await tx
    .update(domains)
    .set({
      ...{ ...proof, state, checkedAt: now, checkAttempts: attempts, nextCheckAt },
      ...(isPartial ? {} : { findings }),
      ...(authority && { zone: authority.zone, nameServers: authority.servers.map(({ name }) => name) }),
      ...(isNewlyProven ? { provenAt: now } : isWithdrawn ? { provenAt: null } : {}),
      ...(isNewlyProven || keys.changed ? { revision: domain.revision + 1 } : {}),
    })
    .where(and(eq(domains.tenantId, ctx.tenantId), eq(domains.id, domain.id)));
  const { tenantId } = ctx;
  if (mustApply)
    await enqueue(tx, "engine.apply", { tenantId, kind: "domain", id: domain.id }, { key: domain.id, runAt: now });
  if (pause <= soonSeconds)
    await enqueue(tx, "dns-verification", { tenantId, domainId: domain.id }, { key: domain.id, runAt: nextCheckAt });
  await storeVerdicts(tx, ctx, domain.id, settled);
  const servers = authority?.servers.map(({ name }) => name) ?? [];
  await noteCheck(tx, ctx, subject, { settled, judged, state, isNewlyProven, proof, servers });
  if (isNewlyProven || keys.changed || state !== domain.state)
    await audit(tx, ctx, {
      action: isNewlyProven ? "domain.prove" : "domain.judge",
      subject: { type: "domain", id: domain.id },
      before: { state: domain.state },
      after: { state, keysChanged: keys.changed },
    });
  return { mustApply, isNewlyProven };
}

const isOutdated = (now: DomainRow, then: DomainRow) =>
  now.proofToken !== then.proofToken || now.checkCancelledAt?.getTime() !== then.checkCancelledAt?.getTime();

const isOver = (state: string) => state === "releasing" || state === "suspended";

const unproven = { proofCheckedAt: null, proofMisses: 0, proofMissedSince: null };
