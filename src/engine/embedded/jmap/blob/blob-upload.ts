import { z } from "zod";
import { readBlob, storeUpload } from "../../mail/blobs";
import type { Mail } from "../../mail/mail";
import { MethodError, type MethodCall } from "../../seams";
import { Id, parseArguments, UnsignedInt } from "../arguments";
import { coreLimits, type MethodFactory } from "../jmap";
import { SetError, invalidProperties } from "../set-error";
import { resolveId } from "../set-objects";

const maxSources = 16;
const maxSize = 7_499_488;
const Source = z.union([
  z.strictObject({ "data:asText": z.string() }),
  z.strictObject({ "data:asBase64": z.string().regex(/^[A-Za-z0-9+/\s]*={0,2}\s*$/) }),
  z.strictObject({ blobId: z.string().max(255), offset: UnsignedInt.nullish(), length: UnsignedInt.nullish() }),
]);
const Upload = z.strictObject({ data: z.array(Source).max(maxSources), type: z.string().max(255).nullish() });
const Arguments = z.strictObject({ accountId: Id, create: z.record(z.string().min(1).max(255), z.unknown()) });

function sourceBytes(mail: Mail, call: MethodCall, source: z.infer<typeof Source>): Uint8Array {
  if ("data:asText" in source) return Buffer.from(source["data:asText"]);
  if ("data:asBase64" in source) return Buffer.from(source["data:asBase64"], "base64");
  const bytes = readBlob(mail, call.accountId, resolveId(call, source.blobId));
  if (!bytes) throw new SetError("blobNotFound", "A source was not found.", { notFound: [source.blobId] });
  const offset = source.offset ?? 0;
  const length = source.length ?? bytes.length - offset;
  if (offset + length > bytes.length || length < 0) throw invalidProperties(["data"], "the range is outside the blob");
  return bytes.subarray(offset, offset + length);
}

/** Blob/upload (RFC 9404 section 4.1): blobs put together from text, base64 and ranges of other blobs. */
export const blobUpload: MethodFactory =
  ({ mail }) =>
  async (call, args) => {
    const { create } = parseArguments(Arguments, args);
    if (Object.keys(create).length > coreLimits.maxObjectsInSet) throw new MethodError("requestTooLarge");
    const created: Record<string, unknown> = {};
    const notCreated: Record<string, unknown> = {};
    for (const [creationId, object] of Object.entries(create)) {
      try {
        const parsed = Upload.safeParse(object);
        if (!parsed.success) throw invalidProperties(["data"], parsed.error.issues[0]?.message);
        const bytes = Buffer.concat(parsed.data.data.map((source) => sourceBytes(mail, call, source)));
        if (bytes.length > maxSize) throw new SetError("tooLarge", "The blob is too large.");
        const type = parsed.data.type ?? "application/octet-stream";
        const id = storeUpload(mail, call.accountId, bytes, type);
        created[creationId] = { id, type, size: bytes.length };
        call.createdIds.set(creationId, id);
      } catch (error) {
        if (!(error instanceof SetError)) throw error;
        notCreated[creationId] = error.toJson();
      }
    }
    return {
      accountId: call.accountId,
      created: Object.keys(created).length > 0 ? created : null,
      notCreated: Object.keys(notCreated).length > 0 ? notCreated : null,
    };
  };
