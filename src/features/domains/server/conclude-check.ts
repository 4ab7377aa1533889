import { and, eq, sql } from "drizzle-orm";
import type { Transaction } from "../../../../db/client";
import { dnsRecords, domains } from "../../../../db/schema";
import { enqueue } from "../../../../jobs/enqueue";
import { audit } from "~/server/audit";
import type { Ctx } from "~/server/context";
import { secondsUntilNextCheck } from "./check-schedule";
import { keysSeen } from "./dkim/keys-seen";
import type { Observation } from "./dns/gather-answers";
import type { Authority } from "./dns/server-address";
import { failingRecords, judgeDomain } from "./domain-state";
import { type DomainSubject, findSubject } from "./domain-subject";
import { type SettledVerdict, settleVerdict } from "./settle-verdicts";

/** Looks that come sooner after each other than this count as one: pressing the button thrice does not make a domain broken. */
const countsAfterMs = 10 * 60_000;

/**
 * Stores the verdicts and what follows from them, unless the claim was given up or made anew meanwhile. `checked` is the domain as it was when
 * DNS was asked. A name that another tenant has proven breaks the index `domains_proven_name`.
 */
export async function concludeCheck(
  tx: Transaction,
  ctx: Ctx,
  checked: DomainSubject,
  { verdicts, findings, authority }: Observation & { authority: Authority | null },
): Promise<void> {
  const subject = await findSubject(tx, ctx, checked.domain.id, { lock: true });
  if (!subject || subject.domain.state === "releasing" || subject.domain.proofToken !== checked.domain.proofToken)
    return;
  const { domain, wanted } = subject;
  const settled = new Map<string, SettledVerdict>();
  for (const [id, next] of verdicts) settled.set(id, settleVerdict(id, next, subject.found.get(id)));
  const now = ctx.now();

  const isNewlyProven = !domain.provenAt && settled.get("proof")?.state === "match";
  const isProven = domain.provenAt !== null || isNewlyProven;
  const states = new Map([...settled].map(([id, { state }]) => [id, state]));
  const keys = isProven ? await keysSeen(tx, ctx, subject, states) : { changed: false };
  const records = wanted.map(({ id, purpose, level }) => {
    const known = settled.get(id);
    return { purpose, level, state: known?.state ?? ("not_checked" as const), adviceCode: known?.advice?.code ?? null };
  });
  const wasActive = domain.state === "active" || domain.state === "attention" || domain.state === "broken";
  const isRecent = domain.checkedAt !== null && now.getTime() - domain.checkedAt.getTime() < countsAfterMs;
  const isFailing = failingRecords(records).length > 0;
  const attempts = countAttempts();
  const isApplied = domain.appliedRevision > 0;
  const state = judgeDomain({ state: domain.state, isProven, isApplied, records, failures: attempts });
  const isActive = state === "active" || state === "attention" || state === "broken";
  const pause = secondsUntilNextCheck({ isActive, failures: isFailing ? attempts : 0, attempts });
  const mustApply = isNewlyProven || keys.changed;

  function countAttempts(): number {
    if (isNewlyProven) return 0;
    if (!wasActive) return domain.checkAttempts + 1;
    if (!isFailing) return 0;
    return isRecent && domain.checkAttempts > 0 ? domain.checkAttempts : domain.checkAttempts + 1;
  }

  const own = and(eq(domains.tenantId, ctx.tenantId), eq(domains.id, domain.id));
  const change = {
    ...{ state, checkedAt: now, checkAttempts: attempts, nextCheckAt: new Date(now.getTime() + pause * 1000) },
    ...{ findings, ...(authority && { zone: authority.zone, nameServers: authority.servers.map(({ name }) => name) }) },
    ...(isNewlyProven ? { provenAt: now } : {}),
    ...(mustApply ? { revision: domain.revision + 1 } : {}),
  };
  await tx.update(domains).set(change).where(own);
  if (mustApply) {
    await enqueue(
      tx,
      "engine.apply",
      { tenantId: ctx.tenantId, kind: "domain", id: domain.id },
      { key: domain.id, runAt: now },
    );
  }
  await storeVerdicts(tx, ctx, domain.id, settled);
  if (!mustApply && state === domain.state) return;
  await audit(tx, ctx, {
    action: isNewlyProven ? "domain.prove" : "domain.judge",
    subject: { type: "domain", id: domain.id },
    before: { state: domain.state },
    after: { state, keysChanged: keys.changed },
  });
}

async function storeVerdicts(
  tx: Transaction,
  ctx: Ctx,
  domainId: string,
  settled: Map<string, SettledVerdict>,
): Promise<void> {
  const rows = [...settled].map(([recordKey, { state, found, advice, fix = null, ttlSeconds = null }]) => ({
    ...{ tenantId: ctx.tenantId, domainId, recordKey, state, found, advice, fix, checkedAt: ctx.now() },
    foundTtlSeconds: ttlSeconds,
  }));
  await tx
    .insert(dnsRecords)
    .values(rows)
    .onConflictDoUpdate({
      target: [dnsRecords.tenantId, dnsRecords.domainId, dnsRecords.recordKey],
      set: {
        state: sql`excluded.state`,
        found: sql`excluded.found`,
        advice: sql`excluded.advice`,
        fix: sql`excluded.fix`,
        foundTtlSeconds: sql`excluded.found_ttl_seconds`,
        checkedAt: sql`excluded.checked_at`,
      },
    });
}
