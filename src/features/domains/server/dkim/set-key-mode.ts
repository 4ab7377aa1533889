import { and, eq } from "drizzle-orm";
import { domains } from "../../../../../db/schema";
import { audit } from "~/server/audit";
import { type Ctx, requireRole } from "~/server/context";
import { requireReach } from "~/server/domain-reach";
import { AppError } from "~/lib/errors";
import type { Done } from "../../schema";
import type { SetKeyMode } from "../../schema/dkim";
import { findSubject } from "../domain-subject";
import { noteEvent } from "../note-event";
import { askSteps } from "./ask-steps";

/**
 * Chooses where the keys stand. No key changes, and what is published goes on working: the same key is shown as text and behind an alias, so that records
 * can be exchanged one by one. Throws `domain.not_found`, and `dkim.no_zone` where the operator has none.
 */
export async function setKeyMode(ctx: Ctx, { domainId, mode }: SetKeyMode): Promise<Done> {
  requireRole(ctx, "owner", "admin");
  requireReach(ctx, domainId);
  await ctx.tx(async (tx) => {
    const subject = await findSubject(tx, ctx, domainId, { lock: true });
    if (!subject || subject.domain.state === "releasing") throw new AppError("domain.not_found");
    if (mode === "cname" && !ctx.platform.dkimZone) throw new AppError("dkim.no_zone");
    const before = subject.domain.dkimMode;
    if (before === mode) return;
    const own = and(eq(domains.tenantId, ctx.tenantId), eq(domains.id, domainId));
    await tx.update(domains).set({ dkimMode: mode }).where(own);
    await noteEvent(tx, ctx, { domainId, kind: "dkim", before, after: mode });
    await audit(tx, ctx, {
      ...{ action: "dkim.set_mode", subject: { type: "domain", id: domainId } },
      ...{ before: { mode: before }, after: { mode } },
    });
    await askSteps(tx, ctx, domainId);
  });
  ctx.events.publish({ tenantId: ctx.tenantId, topic: "domain", subjectId: domainId });
  return {};
}
