import type { Transaction } from "../../../../../db/client";
import { dkimKeys } from "../../../../../db/schema";
import { enqueue } from "../../../../../jobs/enqueue";
import type { Ctx } from "~/server/context";
import type { DkimKeyRow, DomainSubject } from "../domain-subject";
import { canPublishInTrial } from "../domain-view";
import type { Verdict } from "../dns/verdict";
import { noteEvent } from "../note-event";
import { spreadMs } from "./key-life";
import { keyRow, moveKey } from "./move-key";

/** Our own zone may lag behind on a secondary. */
const publishAgainMs = 300_000;

/**
 * Draws what follows for the keys of a proven domain from what DNS showed: a first key signs from now on, a key that follows another one when everybody
 * must have seen it, and the other one then signs no more. `checked` is the domain as it was when DNS was asked: nothing is said of keys made since.
 * `changed` means that the engine has to be told.
 */
export async function keysSeen(
  tx: Transaction,
  ctx: Ctx,
  { domain, keys, found }: DomainSubject,
  { verdicts, checked }: { verdicts: Map<string, Verdict>; checked: DomainSubject },
): Promise<{ changed: boolean }> {
  const now = ctx.now();
  const asked = new Set(checked.keys.map(({ id }) => id));
  const behindAlias = domain.dkimMode === "cname" && ctx.platform.dkimZone !== null;
  let changed = false;

  const visible = ({ selector, id }: DkimKeyRow): boolean => {
    const wanted = checked.wanted.find((record) => record.id === `dkim.${selector}`);
    // An alias alone shows nothing yet: the key behind it is asked for once it is published.
    const says = wanted !== undefined && (wanted.type === "TXT" || wanted.key !== undefined);
    return says && asked.has(id) && verdicts.get(`dkim.${selector}`)?.state === "match";
  };

  for (const key of keys.filter(({ stage }) => stage === "pending")) {
    const recordId = `dkim.${key.selector}`;
    const state = verdicts.get(recordId)?.state;
    if (!visible(key)) {
      const isGone = state === "missing" || state === "conflict" || state === "stale";
      if (key.publishedAt && isGone)
        await tx.update(dkimKeys).set({ publishedAt: null, activatedAt: null }).where(keyRow(ctx, key));
      continue;
    }
    const signing = keys.filter(({ stage, algorithm }) => stage === "active" && algorithm === key.algorithm);
    const spread = spreadMs(found.get(recordId), { isTrial: canPublishInTrial(ctx, domain.name) });
    const due = signing.length === 0 ? now : (key.activatedAt ?? new Date(now.getTime() + spread));
    if (due > now) {
      if (key.publishedAt) continue;
      await tx.update(dkimKeys).set({ publishedAt: now, activatedAt: due }).where(keyRow(ctx, key));
      const { id: domainId } = domain;
      await noteEvent(tx, ctx, { domainId, kind: "dkim", subject: key.selector, before: "pending", after: "visible" });
      await askRotation(due);
      continue;
    }
    await moveKey(tx, ctx, key, { stage: "active", publishedAt: key.publishedAt ?? now, activatedAt: now });
    for (const old of signing) await moveKey(tx, ctx, old, { stage: "retiring", retiringAt: now });
    changed = true;
  }

  const live = keys.filter(({ stage }) => stage === "pending" || stage === "active");
  const isHidden = live.some(({ selector }) => verdicts.get(`dkim.${selector}`)?.advice?.code === "dkim_key_pending");
  if (behindAlias && domain.provenAt === null) await askRotation(now);
  else if (behindAlias && isHidden) await askRotation(new Date(now.getTime() + publishAgainMs));
  return { changed };

  async function askRotation(runAt: Date): Promise<void> {
    await enqueue(tx, "dkim.rotate", { tenantId: ctx.tenantId, domainId: domain.id }, { key: domain.id, runAt });
  }
}
