import { stagedFiles } from "../../../../../db/schema";
import type { MailboxCtx } from "~/server/context";
import { storageKeyOf } from "./storage-key";

/** Puts a file where uploads put it, for a test that is not about uploading. Returns its id. */
export async function putFile(ctx: MailboxCtx, name: string, content: string, type = "text/plain"): Promise<string> {
  const id = Bun.randomUUIDv7();
  const storageKey = storageKeyOf({ tenantId: ctx.tenantId, id });
  const size = await ctx.blobs.put(storageKey, new Blob([content]).stream(), { maxBytes: 1_000_000 });
  const own = { id, tenantId: ctx.tenantId, mailUserId: ctx.actor.mailUserId };
  const expiresAt = new Date(ctx.now().getTime() + 86_400_000);
  await ctx.tx((tx) => tx.insert(stagedFiles).values({ ...own, name, type, size, storageKey, expiresAt }));
  return id;
}
