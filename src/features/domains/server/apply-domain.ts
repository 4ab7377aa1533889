import { and, eq } from "drizzle-orm";
import { domains, mailUsers } from "../../../../db/schema";
import { EngineError } from "~/engine/engine-error";
import { audit } from "~/server/audit";
import type { Ctx } from "~/server/context";
import type { DomainRef } from "../schema";
import { dkimPurpose } from "./add-domain";
import { judgeDomain } from "./domain-state";
import { type DomainSubject, findSubject } from "./domain-subject";
import { recordsOf } from "./domain-view";

/**
 * Makes the engine agree with a proven domain: creates it with its signing keys, or lets go of it when it was given up. Nothing
 * happens for a mere claim. Safe to run twice. Rejects with `EngineError` after the reason was stored.
 */
export async function applyDomain(ctx: Ctx, { domainId }: DomainRef): Promise<void> {
  const subject = await ctx.tx((tx) => findSubject(tx, ctx, domainId));
  if (!subject?.domain.provenAt) return;
  if (subject.domain.state === "releasing") await release(ctx, subject);
  else if (subject.domain.revision > subject.domain.appliedRevision) await create(ctx, subject);
  ctx.events.publish({ tenantId: ctx.tenantId, topic: "domain", subjectId: domainId });
}

const rowOf = (ctx: Ctx, domainId: string) => and(eq(domains.tenantId, ctx.tenantId), eq(domains.id, domainId));

async function create(ctx: Ctx, { domain, keys }: DomainSubject): Promise<void> {
  const { directory } = ctx.engine;
  const engineId = await attempt(ctx, domain.id, async () => {
    const { id } = await directory.domains.ensure({ name: domain.name, description: `tenant ${ctx.tenantId}` });
    for (const { selector, algorithm, stage, sealedPrivateKey } of keys) {
      const privateKey = ctx.secretBox.open(sealedPrivateKey, dkimPurpose(domain.id));
      await directory.dkim.ensure({ domainName: domain.name, selector, algorithm, stage, privateKey });
    }
    return id;
  });
  const isHeld = await ctx.tx(async (tx) => {
    const now = await findSubject(tx, ctx, domain.id, { lock: true });
    if (!now || now.domain.state === "releasing") return false;
    const records = recordsOf(now).map((record) => ({ ...record, adviceCode: record.advice?.code ?? null }));
    const before = now.domain.state;
    const state = judgeDomain({
      state: before,
      isProven: true,
      isApplied: true,
      records,
      failures: now.domain.checkAttempts,
    });
    const applied = { engineId, appliedRevision: domain.revision, appliedAt: ctx.now(), applyError: null };
    await tx
      .update(domains)
      .set({ ...applied, state })
      .where(rowOf(ctx, domain.id));
    const subject = { type: "domain", id: domain.id } as const;
    await audit(tx, ctx, {
      action: "domain.apply",
      subject,
      before: { state: before },
      after: { state, revision: domain.revision },
    });
    return true;
  });
  // Given up while the engine was at work: what was just made must not stay behind.
  if (!isHeld) await directory.domains.remove(domain.name);
}

/** The rows of its deleted mailbox users go with the domain: whoever proves it next may use every address. */
async function release(ctx: Ctx, { domain }: DomainSubject): Promise<void> {
  await attempt(ctx, domain.id, () => ctx.engine.directory.domains.remove(domain.name));
  const deleted = and(eq(mailUsers.domainId, domain.id), eq(mailUsers.state, "deleted"));
  await ctx.tx(async (tx) => {
    await tx.delete(mailUsers).where(and(eq(mailUsers.tenantId, ctx.tenantId), deleted));
    await tx.delete(domains).where(and(rowOf(ctx, domain.id), eq(domains.state, "releasing")));
    const subject = { type: "domain", id: domain.id } as const;
    await audit(tx, ctx, { action: "domain.release", subject, before: { name: domain.name } });
  });
}

async function attempt<T>(ctx: Ctx, domainId: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof EngineError) {
      await ctx.tx((tx) => tx.update(domains).set({ applyError: error.failure }).where(rowOf(ctx, domainId)));
      ctx.events.publish({ tenantId: ctx.tenantId, topic: "domain", subjectId: domainId });
    }
    throw error;
  }
}
