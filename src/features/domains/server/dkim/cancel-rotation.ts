import { and, eq } from "drizzle-orm";
import { dnsRecords, domains } from "../../../../../db/schema";
import { enqueue } from "../../../../../jobs/enqueue";
import { audit } from "~/server/audit";
import { type Ctx, requireRole } from "~/server/context";
import { requireReach } from "~/server/domain-reach";
import { AppError } from "~/lib/errors";
import type { Done } from "../../schema";
import type { KeyRef } from "../../schema/dkim";
import { findSubject } from "../domain-subject";
import { askSteps } from "./ask-steps";
import { deleteKey } from "./move-key";

/** Gives up a key that waits, unless the domain has no other to sign with. Throws `domain.not_found`, `dkim.nothing_waits`. */
export async function cancelRotation(ctx: Ctx, { domainId, algorithm }: KeyRef): Promise<Done> {
  requireRole(ctx, "owner", "admin");
  requireReach(ctx, domainId);
  await ctx.tx(async (tx) => {
    const subject = await findSubject(tx, ctx, domainId, { lock: true });
    if (!subject || subject.domain.state === "releasing") throw new AppError("domain.not_found");
    const own = subject.keys.filter((key) => key.algorithm === algorithm);
    const waiting = own.find(({ stage }) => stage === "pending");
    const isSpare = algorithm === "ed25519-sha256" || own.some(({ stage }) => stage === "active");
    if (!waiting || !isSpare) throw new AppError("dkim.nothing_waits");
    const { tenantId } = ctx;
    await deleteKey(tx, ctx, waiting);
    const verdict = and(eq(dnsRecords.domainId, domainId), eq(dnsRecords.recordKey, `dkim.${waiting.selector}`));
    await tx.delete(dnsRecords).where(and(eq(dnsRecords.tenantId, tenantId), verdict));
    await tx
      .update(domains)
      .set({ revision: subject.domain.revision + 1 })
      .where(and(eq(domains.tenantId, tenantId), eq(domains.id, domainId)));
    const { selector } = waiting;
    await audit(tx, ctx, {
      ...{ action: "dkim.cancel", subject: { type: "dkim_key", id: waiting.id } },
      before: { domain: subject.domain.name, selector, algorithm },
    });
    const now = ctx.now();
    await askSteps(tx, ctx, domainId);
    await enqueue(tx, "engine.apply", { tenantId, kind: "domain", id: domainId }, { key: domainId, runAt: now });
  });
  ctx.events.publish({ tenantId: ctx.tenantId, topic: "domain", subjectId: domainId });
  return {};
}
