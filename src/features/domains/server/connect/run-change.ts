import { and, eq, sql } from "drizzle-orm";
import { dnsChanges } from "../../../../../db/schema";
import type { StoredDnsStep } from "../../../../../db/schema/dns-changes";
import { enqueue } from "../../../../../jobs/enqueue";
import { audit } from "~/server/audit";
import type { Ctx } from "~/server/context";
import type { DnsChangeError } from "../../schema/connect";
import { findSubject } from "../domain-subject";
import { noteEvent } from "../note-event";
import { dropToken, findToken } from "./connection";
import { type DnsProvider, ProviderError, type ProviderZone } from "./dns-provider";
import { type ChangeRow, findChange } from "./find-change";
import { isOpen } from "./find-open-subject";
import { providerFor } from "./provider-for";
import { takeSteps } from "./take-steps";
import { takeStepsBack } from "./take-steps-back";

/** What doing a change has at hand: `save` notes what was done before anything else is. */
export type Work = {
  change: ChangeRow;
  provider: DnsProvider;
  zone: ProviderZone;
  save: (done: StoredDnsStep[]) => Promise<void>;
};

type Outcome = { state: "applied" | "undone" | "failed"; error: DnsChangeError | null };

/**
 * Does a change, or takes it back, step by step, each noted before the next: whoever is stopped in the middle goes on exactly there. The job of the change
 * calls it; one that is over is left alone. In the end the token is forgotten unless it was to be kept, and DNS is looked at.
 */
export async function runChange(ctx: Ctx, ref: { domainId: string; changeId: string }): Promise<void> {
  const { tenantId } = ctx;
  const { domainId, changeId } = ref;
  const found = await ctx.tx(async (tx) => ({
    change: await findChange(tx, ctx, ref),
    secret: await findToken(tx, ctx, domainId),
    subject: await findSubject(tx, ctx, domainId),
  }));
  const { change, secret, subject } = found;
  if (!change || !subject || change.state !== "applying") return;
  const mayGoOn = isOpen(subject.domain);
  const own = and(
    ...[eq(dnsChanges.tenantId, tenantId), eq(dnsChanges.id, changeId)],
    eq(dnsChanges.state, "applying"),
  );
  let known = change.done.length;

  /** A worker that was thought dead and is not finds the list longer or shorter than it left it, and stops. */
  async function save(done: StoredDnsStep[]): Promise<void> {
    const isMine = sql`jsonb_array_length(${dnsChanges.done}) = ${known}`;
    const rows = await ctx.tx((tx) =>
      tx.update(dnsChanges).set({ done }).where(and(own, isMine)).returning({ id: dnsChanges.id }),
    );
    if (rows.length === 0) throw new Error(`the change ${changeId} is in other hands`);
    known = done.length;
    ctx.events.publish({ tenantId, topic: "domain", subjectId: domainId });
  }

  async function conclude(): Promise<Outcome> {
    const { zone, isUndo } = change!.plan;
    if (!secret || !zone || !mayGoOn) return { state: "failed", error: "token_needed" };
    const work: Work = { change: change!, provider: providerFor(ctx.platform, secret.token), zone, save };
    try {
      if (isUndo) return { state: "undone", error: await takeStepsBack(work) };
      const error = await takeSteps(work);
      return error ? { state: "failed", error } : { state: "applied", error };
    } catch (error) {
      if (!(error instanceof ProviderError)) throw error;
      ctx.log.warn("a change of DNS failed", { tenant_id: tenantId, result: error.failure, error: error.message });
      return { state: "failed", error: error.failure };
    }
  }

  const { state, error } = await conclude();
  await ctx.tx(async (tx) => {
    const at = state === "applied" ? { appliedAt: ctx.now() } : state === "undone" ? { undoneAt: ctx.now() } : {};
    const rows = await tx
      .update(dnsChanges)
      .set({ state, error, ...at })
      .where(own)
      .returning();
    if (rows.length === 0) return;
    await dropToken(tx, ctx, domainId, { unlessKept: mayGoOn });
    const { add, remove } = change.plan;
    const after = { state, ...(error ? { error } : {}), steps: rows[0]!.done.length };
    await audit(tx, ctx, { action: "domain.dns_changed", subject: { type: "domain", id: domainId }, after });
    const lines = (records: typeof add) => records.map(({ name, type, value }) => `${name} ${type} ${value}`);
    const evidence = { added: lines(add), removed: lines(remove), ...(error ? { error } : {}) };
    await noteEvent(tx, ctx, { domainId, kind: "change", before: "applying", after: state, evidence });
    await enqueue(tx, "dns-verification", { tenantId, domainId }, { key: domainId, runAt: ctx.now() });
  });
  ctx.events.publish({ tenantId, topic: "domain", subjectId: domainId });
}
