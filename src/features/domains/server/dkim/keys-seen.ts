import { inArray } from "drizzle-orm";
import type { Transaction } from "../../../../../db/client";
import { dkimKeys } from "../../../../../db/schema";
import type { Ctx } from "~/server/context";
import type { RecordState } from "../../schema";
import { noteEvent } from "../note-event";
import type { DomainSubject } from "../domain-subject";

/**
 * Draws what follows for the keys of a proven domain from what DNS shows: a key that waits signs from now on. `states` are the verdicts by
 * record id. `changed` means that the engine has to be told.
 */
export async function keysSeen(
  tx: Transaction,
  ctx: Ctx,
  { domain, keys }: DomainSubject,
  states: Map<string, RecordState>,
): Promise<{ changed: boolean }> {
  const visible = keys.filter(
    ({ stage, selector }) => stage === "pending" && states.get(`dkim.${selector}`) === "match",
  );
  if (visible.length === 0) return { changed: false };
  const now = ctx.now();
  const ids = visible.map(({ id }) => id);
  await tx
    .update(dkimKeys)
    .set({ stage: "active", publishedAt: now, activatedAt: now })
    .where(inArray(dkimKeys.id, ids));
  for (const { selector } of visible)
    await noteEvent(tx, ctx, {
      domainId: domain.id,
      kind: "dkim",
      subject: selector,
      before: "pending",
      after: "active",
    });
  return { changed: true };
}
