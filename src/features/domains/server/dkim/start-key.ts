import { and, eq } from "drizzle-orm";
import { dkimKeys, dnsRecords, domains } from "../../../../../db/schema";
import { enqueue } from "../../../../../jobs/enqueue";
import { audit } from "~/server/audit";
import type { Ctx } from "~/server/context";
import { AppError } from "~/lib/errors";
import type { DkimAlgorithm } from "../dns/dkim-key";
import { type DkimKeyRow, findSubject } from "../domain-subject";
import { noteEvent } from "../note-event";
import { raiseAlert } from "../raise-alert";
import { askSteps } from "./ask-steps";
import { deleteKey, moveKey } from "./move-key";
import { makeSealedKey } from "./seal-key";

/** `add`: the first of its kind. `rotate`: takes over when everybody sees it. `replace`: the one that signs is not to be trusted any more. */
export type KeyReason = "add" | "rotate" | "replace";
type KeyPlan = { slot: number; discard: DkimKeyRow[]; retire: DkimKeyRow[] };

const actions = { add: "dkim.add", rotate: "dkim.rotate", replace: "dkim.replace" } satisfies Record<KeyReason, string>;

/** Where a new key goes and which ones have to give way. Throws `dkim.already_there`, `dkim.none_signs`, `dkim.rotation_running`, `dkim.in_transit`. */
export function planKey(keys: DkimKeyRow[], algorithm: DkimAlgorithm, reason: KeyReason): KeyPlan {
  const own = keys.filter((key) => key.algorithm === algorithm);
  const signing = own.find(({ stage }) => stage === "active");
  const waiting = own.find(({ stage }) => stage === "pending");
  if (reason === "add") {
    if (signing ?? waiting) throw new AppError("dkim.already_there");
    return { slot: 1, discard: own.filter(({ slot }) => slot === 1), retire: [] };
  }
  if (!signing) throw new AppError("dkim.none_signs");
  const slot = 3 - signing.slot;
  const occupants = own.filter((key) => key.slot === slot);
  if (reason === "replace") return { slot, discard: occupants, retire: [signing] };
  if (waiting) throw new AppError("dkim.rotation_running");
  if (occupants.some(({ stage }) => stage === "retiring")) throw new AppError("dkim.in_transit");
  return { slot, discard: occupants, retire: [] };
}

/**
 * Makes a key and lets it wait for DNS. Throws `domain.not_found`, and what `planKey` throws. A key is made before its place is held: whoever loses a race
 * throws it away, and nothing of it was stored.
 */
export async function startKey(
  ctx: Ctx,
  { domainId, algorithm, reason }: { domainId: string; algorithm: DkimAlgorithm; reason: KeyReason },
): Promise<void> {
  const before = await ctx.tx((tx) => findSubject(tx, ctx, domainId));
  if (!before || before.domain.state === "releasing") throw new AppError("domain.not_found");
  const { slot } = planKey(before.keys, algorithm, reason);
  const key = await makeSealedKey(ctx.secretBox, { domainId, algorithm, slot });
  await ctx.tx(async (tx) => {
    const subject = await findSubject(tx, ctx, domainId, { lock: true });
    if (!subject || subject.domain.state === "releasing") throw new AppError("domain.not_found");
    const plan = planKey(subject.keys, algorithm, reason);
    if (plan.slot !== slot) throw new AppError("dkim.rotation_running");
    const now = ctx.now();
    for (const old of plan.discard) await deleteKey(tx, ctx, old);
    for (const old of plan.retire) await moveKey(tx, ctx, old, { stage: "retired", retiringAt: now, retiredAt: now });
    const { selector } = key;
    const stale = and(eq(dnsRecords.domainId, domainId), eq(dnsRecords.recordKey, `dkim.${selector}`));
    await tx.delete(dnsRecords).where(and(eq(dnsRecords.tenantId, ctx.tenantId), stale));
    const [row] = await tx
      .insert(dkimKeys)
      .values({ tenantId: ctx.tenantId, domainId, createdAt: now, ...key })
      .returning({ id: dkimKeys.id });
    await noteEvent(tx, ctx, { domainId, kind: "dkim", subject: selector, after: "pending" });
    // Who pressed a button knows; where the keys stand in a zone of the operator nobody has to do anything.
    if (ctx.actor.kind === "job" && subject.domain.dkimMode === "txt")
      await raiseAlert(tx, ctx, { domainId, kind: "dkim_waiting", vars: { selector } });
    const action = actions[reason];
    await audit(tx, ctx, {
      ...{ action, subject: { type: "dkim_key", id: row?.id ?? domainId } },
      after: { domain: subject.domain.name, selector, algorithm },
    });
    await tx
      .update(domains)
      .set({ revision: subject.domain.revision + 1 })
      .where(and(eq(domains.tenantId, ctx.tenantId), eq(domains.id, domainId)));
    await askSteps(tx, ctx, domainId);
    const { tenantId } = ctx;
    await enqueue(tx, "engine.apply", { tenantId, kind: "domain", id: domainId }, { key: domainId, runAt: now });
  });
  ctx.events.publish({ tenantId: ctx.tenantId, topic: "domain", subjectId: domainId });
}
