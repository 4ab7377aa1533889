import { and, eq } from "drizzle-orm";
import type { Transaction } from "../../../../../db/client";
import { dnsChanges } from "../../../../../db/schema";
import { enqueue } from "../../../../../jobs/enqueue";
import { AppError } from "~/lib/errors";
import { audit } from "~/server/audit";
import { type Ctx, requireRole } from "~/server/context";
import { requireReach } from "~/server/domain-reach";
import type { Done } from "../../schema";
import type { ApplyDns } from "../../schema/connect";
import { noteEvent } from "../note-event";
import { findToken, storeToken } from "./connection";
import { findOpenSubject } from "./find-open-subject";
import { type ChangeRow, findChange, findLastChange } from "./find-change";

/** What was shown longer ago is to be looked at again. */
const previewMs = 3_600_000;

/**
 * Has a change done as it was shown, or what is left of one that failed on its way. Throws `domain.not_found`, `request.not_found`,
 * `dns.plan_stale`, `dns.change_running`, `dns.token_needed`.
 */
export async function applyChange(ctx: Ctx, input: ApplyDns): Promise<Done> {
  await begin(ctx, input, async (tx, change) => {
    const isOld = ctx.now().getTime() - change.createdAt.getTime() > previewMs;
    const isOpen = change.state === "planned" || (change.state === "failed" && !change.plan.isUndo);
    if (!isOpen || isOld || !change.plan.zone) throw new AppError("dns.plan_stale");
    const { add, remove, zone } = change.plan;
    const after = { zone: zone.name, add: add.length, remove: remove.length, keepsToken: input.keepsToken };
    await audit(tx, ctx, { action: "domain.change_dns", subject: { type: "domain", id: input.domainId }, after });
    return change.plan;
  });
  return {};
}

/** Gives the worker a change to do or to undo: one at a time for a domain, and with a token for as long as it takes. */
export async function begin(
  ctx: Ctx,
  { domainId, changeId, token, keepsToken }: ApplyDns,
  judge: (tx: Transaction, change: ChangeRow) => Promise<ChangeRow["plan"]>,
): Promise<void> {
  requireRole(ctx, "owner", "admin");
  requireReach(ctx, domainId);
  const { tenantId } = ctx;
  await ctx.tx(async (tx) => {
    await findOpenSubject(tx, ctx, domainId, { lock: true });
    const change = await findChange(tx, ctx, { domainId, changeId });
    if (!change) throw new AppError("request.not_found");
    const last = await findLastChange(tx, ctx, domainId);
    if (last?.state === "applying") throw new AppError("dns.change_running");
    const plan = await judge(tx, change);
    if (token !== undefined) await storeToken(tx, ctx, { domainId, token, isKept: keepsToken });
    else if (!(await findToken(tx, ctx, domainId))?.isKept) throw new AppError("dns.token_needed");
    await tx
      .update(dnsChanges)
      .set({ state: "applying", error: null, plan })
      .where(and(eq(dnsChanges.tenantId, tenantId), eq(dnsChanges.id, changeId)));
    await noteEvent(tx, ctx, { domainId, kind: "change", before: change.state, after: "applying" });
    await enqueue(tx, "dns.change", { tenantId, changeId, domainId }, { key: changeId, runAt: ctx.now() });
  });
  ctx.events.publish({ tenantId, topic: "domain", subjectId: domainId });
}
