import { createHash } from "node:crypto";
import { z } from "zod";
import { readBlob } from "../../mail/blobs";
import { MethodError } from "../../seams";
import { Id, parseArguments, UnsignedInt } from "../arguments";
import { coreLimits, type MethodFactory } from "../jmap";
import { resolveId } from "../set-objects";

const digests: Record<string, string | undefined> = {
  "digest:sha": "sha1",
  "digest:sha-256": "sha256",
  "digest:sha-512": "sha512",
};
const contents = new Set(["data", "data:asText", "data:asBase64", "size"]);
const Arguments = z.strictObject({
  accountId: Id,
  ids: z.array(z.string().max(255)),
  properties: z.array(z.string().max(100)).nullish(),
  offset: UnsignedInt.nullish(),
  length: UnsignedInt.nullish(),
});

function asUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

function viewBlob(
  id: string,
  whole: Uint8Array,
  range: Uint8Array,
  properties: readonly string[],
): Record<string, unknown> {
  const view: Record<string, unknown> = { id };
  const text = properties.some((property) => property === "data" || property === "data:asText") ? asUtf8(range) : null;
  const base64 = () => Buffer.from(range).toString("base64");
  for (const property of properties) {
    const digest = digests[property];
    if (property === "size") view.size = whole.length;
    else if (digest) view[property] = createHash(digest).update(range).digest("base64");
    else if (property === "data:asBase64") view[property] = base64();
    else if (text === null) {
      view.isEncodingProblem = true;
      if (property === "data") view["data:asBase64"] = base64();
      else view["data:asText"] = null;
    } else view["data:asText"] = text;
  }
  return view;
}

/** Blob/get (RFC 9404 section 4.2): contents, sizes and digests of blobs or of a range of each. */
export const blobGet: MethodFactory =
  ({ mail }) =>
  async (call, args) => {
    const parsed = parseArguments(Arguments, args);
    const properties = parsed.properties ?? ["data", "size"];
    const unknown = properties.find((property) => !contents.has(property) && !digests[property] && property !== "id");
    if (unknown !== undefined) throw new MethodError("invalidArguments", `unknown property ${unknown}`);
    if (parsed.ids.length > coreLimits.maxObjectsInGet) throw new MethodError("requestTooLarge");
    const list: Record<string, unknown>[] = [];
    const notFound: string[] = [];
    for (const given of new Set(parsed.ids)) {
      const id = resolveId(call, given);
      const bytes = readBlob(mail, call.accountId, id);
      if (!bytes) {
        notFound.push(id);
        continue;
      }
      const offset = parsed.offset ?? 0;
      const end = parsed.length == null ? bytes.length : offset + parsed.length;
      const view = viewBlob(
        id,
        bytes,
        bytes.subarray(offset, end),
        properties.filter((property) => property !== "id"),
      );
      list.push(offset > bytes.length || end > bytes.length ? { ...view, isTruncated: true } : view);
    }
    return { accountId: call.accountId, list, notFound };
  };
