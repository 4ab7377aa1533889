import { and, eq } from "drizzle-orm";
import { domains } from "../../../../db/schema";
import { enqueue } from "../../../../jobs/enqueue";
import { audit } from "~/server/audit";
import type { Ctx } from "~/server/context";
import { moveAddresses } from "./addressing/move-addresses";
import { platformNames, resolverFor } from "./platform-names";
import { gatherVerdicts } from "./dns/gather-answers";
import { type DomainSubject, findSubject } from "./domain-subject";
import { noteEvent } from "./note-event";
import { raiseAlert } from "./raise-alert";

const lookAgainMs = 3_600_000;

/**
 * Gives a frozen domain back to the tenant that shows its proof again, with its people and their addresses. Tells whether it did. A name that another
 * tenant has proven meanwhile breaks the index `domains_proven_name`.
 */
export async function thawDomain(ctx: Ctx, { domain, wanted }: DomainSubject): Promise<boolean> {
  const { resolve } = await resolverFor(domain.name, ctx.platform);
  const proof = wanted.filter(({ purpose }) => purpose === "proof");
  const subject = { domain: domain.name, wanted: proof, platform: platformNames(ctx.platform), isPartial: true };
  const { verdicts } = await gatherVerdicts(subject, resolve);
  return ctx.tx(async (tx) => {
    const held = await findSubject(tx, ctx, domain.id, { lock: true });
    if (held?.domain.state !== "suspended" || held.domain.provenAt || !held.domain.frozenUntil) return false;
    const { tenantId } = ctx;
    const now = ctx.now();
    const row = and(eq(domains.tenantId, tenantId), eq(domains.id, domain.id));
    if (verdicts.get("proof")?.state !== "match") {
      const next = new Date(Math.min(now.getTime() + lookAgainMs, held.domain.frozenUntil.getTime()));
      await tx.update(domains).set({ checkedAt: now, nextCheckAt: next }).where(row);
      return false;
    }
    const proven = { provenAt: now, proofCheckedAt: now, proofMisses: 0, proofMissedSince: null };
    const revision = held.domain.revision + 1;
    await tx
      .update(domains)
      .set({ ...proven, state: "proven", frozenUntil: null, revision, checkAttempts: 0, nextCheckAt: now })
      .where(row);
    await moveAddresses(tx, tenantId, held.domain);
    await enqueue(tx, "engine.apply", { tenantId, kind: "domain", id: domain.id }, { key: domain.id, runAt: now });
    await noteEvent(tx, ctx, { domainId: domain.id, kind: "state", before: "suspended", after: "proven" });
    await raiseAlert(tx, ctx, { domainId: domain.id, kind: "recovered", vars: { records: "proof" } });
    await audit(tx, ctx, {
      action: "domain.prove",
      subject: { type: "domain", id: domain.id },
      after: { state: "proven" },
    });
    return true;
  });
}
