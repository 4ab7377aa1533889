import { and, eq } from "drizzle-orm";
import { domains } from "../../../../db/schema";
import { enqueue } from "../../../../jobs/enqueue";
import { audit } from "~/server/audit";
import type { Ctx } from "~/server/context";
import { type EndedSession, endSessions, releaseSessions } from "~/server/end-sessions";
import type { DomainRef } from "../schema";
import { moveAddresses } from "./addressing/move-addresses";
import { applyDomain } from "./apply-domain";
import { findSubject } from "./domain-subject";
import { noteEvent } from "./note-event";
import { parkedName } from "./park-name";
import { isProofLost } from "./proof-life";
import { raiseAlert } from "./raise-alert";

/** Whoever puts the proof back gets the domain back, unless somebody else has it. */
const lookAgainMs = 3_600_000;
const keptMs = 30 * 86_400_000;

/**
 * Freezes a domain whose proof is lost: nobody signs in there any more, no mail goes in or out, and the name is free once the engine has moved
 * everything aside. The rows and the mail stay for thirty days, for an export by the tenant they belong to. A domain whose proof stands is left alone.
 * Rejects with `EngineError` when the engine does not answer; the job goes on then.
 */
export async function freezeDomain(ctx: Ctx, { domainId }: DomainRef): Promise<void> {
  const ended = await ctx.tx(async (tx): Promise<EndedSession[] | null> => {
    const subject = await findSubject(tx, ctx, domainId, { lock: true });
    const now = ctx.now();
    if (subject?.domain.state !== "proof_lost" || !isProofLost(subject.domain, now)) return null;
    const { domain } = subject;
    const { tenantId } = ctx;
    const frozenUntil = new Date(now.getTime() + keptMs);
    const revision = domain.revision + 1;
    await tx
      .update(domains)
      .set({ state: "suspended", frozenUntil, revision, nextCheckAt: new Date(now.getTime() + lookAgainMs) })
      .where(and(eq(domains.tenantId, tenantId), eq(domains.id, domainId)));
    const people = await moveAddresses(tx, tenantId, { ...domain, name: parkedName(domainId) });
    const gone: EndedSession[] = [];
    for (const id of people) gone.push(...(await endSessions(tx, now, tenantId, { mailUserId: id })));
    await enqueue(tx, "engine.apply", { tenantId, kind: "domain", id: domainId }, { key: domainId, runAt: now });
    await noteEvent(tx, ctx, { domainId, kind: "state", before: domain.state, after: "suspended" });
    await raiseAlert(tx, ctx, { domainId, kind: "proof_lost", vars: { frozenUntil: frozenUntil.toISOString() } });
    const after = { state: "suspended", frozenUntil: frozenUntil.toISOString(), people: people.length };
    const before = { state: domain.state };
    await audit(tx, ctx, { action: "domain.freeze", subject: { type: "domain", id: domainId }, before, after });
    return gone;
  });
  if (!ended) return;
  ctx.events.publish({ tenantId: ctx.tenantId, topic: "domain", subjectId: domainId });
  // Tried at once, so that open mailboxes close now; what fails here is done by the job of each mailbox user.
  await releaseSessions(ctx, ctx.tenantId, ended).catch((error: unknown) =>
    ctx.log.warn("an engine key could not be destroyed yet", { tenant_id: ctx.tenantId, error }),
  );
  await applyDomain(ctx, { domainId });
}
