import { and, eq } from "drizzle-orm";
import type { Transaction } from "../../../../../db/client";
import { domains } from "../../../../../db/schema";
import { enqueue } from "../../../../../jobs/enqueue";
import type { Ctx } from "~/server/context";
import { AppError } from "~/lib/errors";
import type { DomainRef } from "../../schema";
import { type DomainSubject, findSubject } from "../domain-subject";
import { nextStep } from "./key-life";
import { deleteKey, moveKey } from "./move-key";
import { publishKeys } from "./publish-keys";
import { startKey } from "./start-key";

const isAtRest = ({ domain }: DomainSubject) =>
  !domain.provenAt || domain.frozenUntil !== null || domain.state === "releasing" || domain.state === "suspended";

/**
 * Brings the keys of a domain to where they should be by now: makes a new one when the one that signs is old, retires and deletes those that are over,
 * publishes in the operator's zone, and asks for a look at DNS when a key may sign. Each step is a transaction of its own and may run twice.
 */
export async function rotateKeys(ctx: Ctx, { domainId }: DomainRef): Promise<void> {
  const subject = await ctx.tx((tx) => findSubject(tx, ctx, domainId));
  if (!subject || isAtRest(subject)) return;
  await startDue(ctx, subject);
  await ctx.tx((tx) => settleKeys(tx, ctx, domainId));
  await publishKeys(ctx, domainId);
  await ctx.tx((tx) => askLook(tx, ctx, domainId));
  ctx.events.publish({ tenantId: ctx.tenantId, topic: "domain", subjectId: domainId });
}

const isDue = (at: Date | null, now: Date) => at !== null && at <= now;

async function startDue(ctx: Ctx, { domain, keys }: DomainSubject): Promise<void> {
  for (const key of keys) {
    const { step, at } = nextStep(key);
    if (step !== "rotate" || !isDue(at, ctx.now())) continue;
    const { algorithm } = key;
    try {
      await startKey(ctx, { domainId: domain.id, algorithm, reason: "rotate" });
    } catch (error) {
      // Begun already, or the other name is still needed for mail under way: the next sweep sees to it.
      if (!(error instanceof AppError && error.key.startsWith("dkim."))) throw error;
    }
  }
}

async function settleKeys(tx: Transaction, ctx: Ctx, domainId: string): Promise<void> {
  const subject = await findSubject(tx, ctx, domainId, { lock: true });
  if (!subject || isAtRest(subject)) return;
  const now = ctx.now();
  let mustApply = false;
  for (const key of subject.keys) {
    const { step, at } = nextStep(key);
    if (!isDue(at, now)) continue;
    if (step === "retire") {
      await moveKey(tx, ctx, key, { stage: "retired", retiredAt: now });
      mustApply = true;
    }
    if (step === "delete") await deleteKey(tx, ctx, key);
  }
  if (!mustApply) return;
  const own = and(eq(domains.tenantId, ctx.tenantId), eq(domains.id, domainId));
  await tx
    .update(domains)
    .set({ revision: subject.domain.revision + 1 })
    .where(own);
  const apply = { tenantId: ctx.tenantId, kind: "domain", id: domainId } as const;
  await enqueue(tx, "engine.apply", apply, { key: domainId, runAt: now });
}

/** Only a look at DNS lets a key sign: what was seen hours ago may be gone. */
async function askLook(tx: Transaction, ctx: Ctx, domainId: string): Promise<void> {
  const subject = await findSubject(tx, ctx, domainId);
  if (!subject) return;
  const isOurs = subject.domain.dkimMode === "cname" && ctx.platform.dkimZone !== null;
  const waits = subject.keys.filter(({ stage }) => stage === "pending");
  const mustLook = waits.some((key) => (key.publishedAt ? isDue(key.activatedAt, ctx.now()) : isOurs));
  const ref = { tenantId: ctx.tenantId, domainId };
  // A request for a step at once absorbs the one for later, so that is asked for anew.
  for (const { publishedAt, activatedAt } of waits)
    if (publishedAt && activatedAt && activatedAt > ctx.now())
      await enqueue(tx, "dkim.rotate", ref, { key: domainId, runAt: activatedAt });
  if (mustLook) await enqueue(tx, "dns-verification", ref, { key: domainId, runAt: ctx.now() });
}
