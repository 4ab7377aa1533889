import { dnsRecords } from "../../../../db/schema";
import { enqueue } from "../../../../jobs/enqueue";
import { audit } from "~/server/audit";
import { type Ctx, requireRole } from "~/server/context";
import { requireReach } from "~/server/domain-reach";
import { AppError } from "~/lib/errors";
import type { Done } from "../schema";
import type { IgnoreRecord } from "../schema/choices";
import type { WantedRecord } from "./dns/record-set";
import { findSubject } from "./domain-subject";

/** Without them nobody proves anything and no mail is signed. DMARC is needed too, but a policy may be kept where we do not see it. */
export const canIgnore = ({ level, purpose }: Pick<WantedRecord, "level" | "purpose">): boolean =>
  level !== "required" || purpose === "dmarc";

/**
 * Stops asking for a record, or asks for it again; it counts as done meanwhile. Throws `domain.not_found`, `request.not_found` for a record that the
 * domain does not have, and `domain.record_needed` for one that cannot be done without.
 */
export async function ignoreRecord(ctx: Ctx, { domainId, recordId, isIgnored }: IgnoreRecord): Promise<Done> {
  requireRole(ctx, "owner", "admin");
  requireReach(ctx, domainId);
  await ctx.tx(async (tx) => {
    const subject = await findSubject(tx, ctx, domainId, { lock: true });
    if (!subject) throw new AppError("domain.not_found");
    const record = subject.wanted.find(({ id }) => id === recordId);
    if (!record) throw new AppError("request.not_found");
    if (isIgnored && !canIgnore(record)) throw new AppError("domain.record_needed");
    const wasIgnored = Boolean(subject.found.get(recordId)?.ignoredAt);
    if (wasIgnored === isIgnored) return;
    const { tenantId } = ctx;
    const ignoredAt = isIgnored ? ctx.now() : null;
    await tx
      .insert(dnsRecords)
      .values({ tenantId, domainId, recordKey: recordId, ignoredAt })
      .onConflictDoUpdate({
        target: [dnsRecords.tenantId, dnsRecords.domainId, dnsRecords.recordKey],
        set: { ignoredAt },
      });
    const action = isIgnored ? "domain.ignore_record" : "domain.watch_record";
    const after = { record: recordId };
    await audit(tx, ctx, { action, subject: { type: "domain", id: domainId }, after });
    await enqueue(tx, "dns-verification", { tenantId, domainId }, { key: domainId, runAt: ctx.now() });
  });
  ctx.events.publish({ tenantId: ctx.tenantId, topic: "domain", subjectId: domainId });
  return {};
}
