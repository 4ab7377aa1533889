import { and, eq } from "drizzle-orm";
import type { Transaction } from "../../../../../db/client";
import { dkimKeys } from "../../../../../db/schema";
import { audit } from "~/server/audit";
import type { Ctx } from "~/server/context";
import type { DkimKeyRow } from "../domain-subject";
import { noteEvent } from "../note-event";

type Moved = { stage: "active" | "retiring" | "retired" } & Partial<Omit<DkimKeyRow, "stage">>;

const actions = {
  active: "dkim.activate",
  retiring: "dkim.relieve",
  retired: "dkim.retire",
} satisfies Record<Moved["stage"], string>;

export const keyRow = (ctx: Ctx, { id }: { id: string }) =>
  and(eq(dkimKeys.tenantId, ctx.tenantId), eq(dkimKeys.id, id));

/** Brings a key to its next stage, and says so in the audit log and in the history of its domain. */
export async function moveKey(tx: Transaction, ctx: Ctx, key: DkimKeyRow, moved: Moved): Promise<void> {
  const { id, domainId, selector, stage } = key;
  await tx.update(dkimKeys).set(moved).where(keyRow(ctx, key));
  await noteEvent(tx, ctx, { domainId, kind: "dkim", subject: selector, before: stage, after: moved.stage });
  await audit(tx, ctx, {
    action: actions[moved.stage],
    subject: { type: "dkim_key", id },
    before: { selector, stage },
    after: { selector, stage: moved.stage },
  });
}

/** Forgets a key, its private half included. */
export async function deleteKey(tx: Transaction, ctx: Ctx, key: DkimKeyRow): Promise<void> {
  const { id, domainId, selector, stage } = key;
  await tx.delete(dkimKeys).where(keyRow(ctx, key));
  await noteEvent(tx, ctx, { domainId, kind: "dkim", subject: selector, before: stage, after: "deleted" });
  await audit(tx, ctx, { action: "dkim.delete", subject: { type: "dkim_key", id }, before: { selector, stage } });
}
