import { z } from "zod";
import { readBlob, storeUpload } from "../../mail/blobs";
import { MethodError } from "../../seams";
import { Id, parseArguments } from "../arguments";
import { checkFromAccount } from "../copy-arguments";
import { coreLimits, type MethodFactory } from "../jmap";

const Arguments = z.strictObject({ fromAccountId: Id, accountId: Id, blobIds: z.array(z.string().max(255)) });

/** Blob/copy (RFC 8620 section 6.3). */
export const blobCopy: MethodFactory = (jmap) => async (call, args) => {
  const { fromAccountId, blobIds } = parseArguments(Arguments, args);
  checkFromAccount(jmap, call, fromAccountId);
  if (blobIds.length > coreLimits.maxObjectsInSet) throw new MethodError("requestTooLarge");
  const copied: Record<string, string> = {};
  const notCopied: Record<string, unknown> = {};
  for (const blobId of blobIds) {
    const bytes = readBlob(jmap.mail, fromAccountId, blobId);
    if (bytes) copied[blobId] = storeUpload(jmap.mail, call.accountId, bytes, "application/octet-stream");
    else notCopied[blobId] = { type: "blobNotFound", description: "The blob was not found." };
  }
  return {
    fromAccountId,
    accountId: call.accountId,
    copied: Object.keys(copied).length > 0 ? copied : null,
    notCopied: Object.keys(notCopied).length > 0 ? notCopied : null,
  };
};
