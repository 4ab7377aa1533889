import { and, eq } from "drizzle-orm";
import { domains } from "../../../../db/schema";
import { enqueue } from "../../../../jobs/enqueue";
import { audit } from "~/server/audit";
import type { Ctx } from "~/server/context";
import type { DomainRef } from "../schema";
import { engineAddressing } from "./addressing/engine-addressing";
import { applyKeys } from "./dkim/engine-keys";
import { isWorking, judgeDomain } from "./domain-state";
import { type DomainSubject, findSubject } from "./domain-subject";
import { engineAttempt } from "./engine-attempt";
import { judgeRecords } from "./judge-records";
import { noteEvent } from "./note-event";
import { parkDomain } from "./park-domain";
import { parkedName } from "./park-name";
import { isProofFresh, isProofLost } from "./proof-life";
import { releaseDomain } from "./release-domain";
import { undoDomain } from "./undo-domain";

/**
 * Makes the engine agree with a proven domain: creates it with its signing keys, moves it aside when it is frozen, or lets go of it when it was given up.
 * Nothing happens for a mere claim, nor for a first time on a proof that is older than minutes: DNS is looked at again. Safe to run twice. Rejects with
 * `EngineError` after the reason was stored.
 */
export async function applyDomain(ctx: Ctx, { domainId }: DomainRef): Promise<void> {
  const subject = await ctx.tx((tx) => findSubject(tx, ctx, domainId));
  if (!subject) return;
  const { state, provenAt, revision, appliedRevision } = subject.domain;
  if (state === "releasing") await releaseDomain(ctx, subject);
  else if (state === "suspended" && (provenAt || revision > appliedRevision)) await parkDomain(ctx, subject);
  else if (!provenAt || revision <= appliedRevision) return;
  else if (appliedRevision === 0 && !isProofFresh(subject.domain, ctx.now())) await lookAgain(ctx, domainId);
  else await create(ctx, subject);
  ctx.events.publish({ tenantId: ctx.tenantId, topic: "domain", subjectId: domainId });
}

const lookAgain = (ctx: Ctx, domainId: string) =>
  ctx.tx((tx) =>
    enqueue(tx, "dns-verification", { tenantId: ctx.tenantId, domainId }, { key: domainId, runAt: ctx.now() }),
  );

async function create(ctx: Ctx, { domain, keys }: DomainSubject): Promise<void> {
  const { directory } = ctx.engine;
  const engineId = await engineAttempt(ctx, domain.id, async () => {
    if (domain.engineId) await takeBack();
    const addressing = await ctx.tx((tx) => engineAddressing(tx, domain));
    const wanted = { name: domain.name, description: `tenant ${ctx.tenantId}`, ...addressing };
    const { id } = await directory.domains.ensure(wanted);
    await applyKeys(ctx, domain, keys);
    return id;
  });
  const isHeld = await ctx.tx((tx) => settle(tx));
  // Given up while the engine was at work: what was just made must not stay behind.
  if (!isHeld) await undoDomain(ctx, domain);

  /** What was moved aside while the domain was frozen is what it goes on with. */
  async function takeBack(): Promise<void> {
    const aside = await directory.domains.find(parkedName(domain.id));
    if (aside) await directory.domains.rename({ id: aside.id, name: domain.name });
  }

  async function settle(tx: Parameters<Parameters<Ctx["tx"]>[0]>[0]): Promise<boolean> {
    const held = await findSubject(tx, ctx, domain.id, { lock: true });
    if (!held?.domain.provenAt || held.domain.state === "releasing") return false;
    const { state: before, intent } = held.domain;
    const records = judgeRecords(held.wanted, (id) => held.found.get(id), { intent, now: ctx.now() });
    const lost = isProofLost(held.domain, ctx.now());
    const isSigning = held.keys.some(({ stage }) => stage === "active");
    const facts = { state: before, isProven: true, isProofLost: lost, isApplied: true, isSigning };
    const state = judgeDomain({ ...facts, records });
    const applied = { engineId, appliedRevision: domain.revision, appliedAt: ctx.now(), applyError: null };
    await tx
      .update(domains)
      .set({ ...applied, state, ...(isWorking(state) ? { checkAttempts: 0 } : {}) })
      .where(and(eq(domains.tenantId, ctx.tenantId), eq(domains.id, domain.id)));
    await noteEvent(tx, ctx, { domainId: domain.id, kind: "state", before, after: state });
    const subject = { type: "domain", id: domain.id } as const;
    const after = { state, revision: domain.revision };
    await audit(tx, ctx, { action: "domain.apply", subject, before: { state: before }, after });
    return true;
  }
}
