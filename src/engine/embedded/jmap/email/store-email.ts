import { encodeId } from "../../ids";
import { formatBlobId, hashBytes } from "../../mail/blobs";
import type { Placement } from "../../mail/email-placement";
import { insertEmail } from "../../mail/insert-email";
import type { MailWrite } from "../../mail/mail";
import { parseMessage } from "../../mail/parse-message";
import type { Jmap } from "../jmap";

/** The largest message that may be made or imported. Bytes. */
export const maxMessageSize = 75_000_000;

/** Stores a message and returns the server-set properties of its Email. Throws `OverQuota`. */
export function storeEmail(
  jmap: Jmap,
  write: MailWrite,
  raw: Uint8Array,
  placement: Placement,
  receivedAt: number,
): { id: string; blobId: string; threadId: string; size: number } {
  const quota = jmap.directory.findAccount(write.accountId)?.maxDiskQuota ?? 0;
  const parsed = parseMessage(raw);
  const stored = insertEmail(write, { raw, hash: hashBytes(raw), parsed, placement, receivedAt, quota });
  return {
    id: encodeId(stored.emailId),
    blobId: formatBlobId(stored.hash),
    threadId: encodeId(stored.threadId),
    size: stored.size,
  };
}
