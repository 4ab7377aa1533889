import { and, eq, inArray, lt } from "drizzle-orm";
import { stagedFiles } from "../../db/schema";
import { inScope } from "../../db/transaction";
import { fileOfKey, stagedPrefix } from "../features/webmail/server/files/storage-key";
import type { StoredBlob } from "./blob-store";
import type { Services } from "./services";

const batch = 200;
/** Nothing is uploaded for so long: what has no row by then will never have one. Milliseconds. */
const orphanedMs = 86_400_000;

/** Removes attached files that no message and no draft asked for in time, and octets whose row is gone with their mailbox. */
export async function pruneFiles(services: Services): Promise<void> {
  await pruneExpired(services);
  const before = services.now().getTime() - orphanedMs;
  let old: StoredBlob[] = [];
  for await (const blob of services.blobs.list(stagedPrefix)) {
    if (blob.changedAt.getTime() < before) old.push(blob);
    if (old.length < batch) continue;
    await pruneOrphans(services, old);
    old = [];
  }
  await pruneOrphans(services, old);
}

async function pruneExpired({ db, blobs, now }: Services): Promise<void> {
  const over = await inScope(db, { sweep: true }, (tx) =>
    tx
      .select({ id: stagedFiles.id, tenantId: stagedFiles.tenantId })
      .from(stagedFiles)
      .where(lt(stagedFiles.expiresAt, now()))
      .limit(batch),
  );
  for (const { id, tenantId } of over) {
    // A draft may have asked for it since.
    const isStillOver = lt(stagedFiles.expiresAt, now());
    const [gone] = await inScope(db, { tenantId }, (tx) =>
      tx
        .delete(stagedFiles)
        .where(and(eq(stagedFiles.tenantId, tenantId), eq(stagedFiles.id, id), isStillOver))
        .returning({ storageKey: stagedFiles.storageKey }),
    );
    if (gone) await blobs.remove(gone.storageKey);
  }
}

async function pruneOrphans({ db, blobs }: Services, stored: StoredBlob[]): Promise<void> {
  const keys = stored.flatMap(({ key }) => (fileOfKey(key) ? [key] : []));
  if (keys.length === 0) return;
  const rows = await inScope(db, { sweep: true }, (tx) =>
    tx
      .select({ storageKey: stagedFiles.storageKey })
      .from(stagedFiles)
      .where(
        inArray(
          stagedFiles.id,
          keys.map((key) => fileOfKey(key)!.id),
        ),
      ),
  );
  const known = new Set(rows.map(({ storageKey }) => storageKey));
  for (const key of keys) if (!known.has(key)) await blobs.remove(key);
}
