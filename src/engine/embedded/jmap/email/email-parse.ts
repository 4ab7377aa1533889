import { z } from "zod";
import { readBlob } from "../../mail/blobs";
import type { Envelope } from "../../mail/envelope";
import { parseHeaderFields } from "../../mail/mime/header-fields";
import { parseMessage } from "../../mail/parse-message";
import { MethodError } from "../../seams";
import { Id, parseArguments } from "../arguments";
import type { MethodFactory } from "../jmap";
import { bodyArguments, bodyOptions } from "./body-arguments";
import { isBodyProperty, viewBodies, type BodyOptions } from "./body-view";
import { checkEmailProperties, defaultParseProperties } from "./email-properties";
import { blobSource } from "./email-source";
import { viewHeaders } from "./email-view";

const maxBlobs = 10;
const Arguments = z.strictObject({
  accountId: Id,
  blobIds: z.array(Id),
  properties: z.array(z.string().max(300)).nullish(),
  ...bodyArguments,
});

/** Whether bytes begin like a message: with at least one header field. */
export const looksLikeMessage = (bytes: Uint8Array): boolean =>
  parseHeaderFields(bytes, 0, Math.min(bytes.length, 100_000)).fields.length > 0;

function viewBlob(blobId: string, bytes: Uint8Array, properties: readonly string[], body: BodyOptions) {
  const parsed = parseMessage(bytes);
  const source = blobSource(blobId, bytes);
  const simple: Record<string, unknown> = {
    ...parsed.envelope,
    blobId,
    size: bytes.length,
    preview: parsed.preview,
    hasAttachment: parsed.hasAttachment,
  };
  const view: Record<string, unknown> = {};
  for (const property of properties) {
    // What only a stored message has is null here (RFC 8621 section 4.9).
    if (!isBodyProperty(property)) view[property] = simple[property as keyof Envelope] ?? null;
  }
  Object.assign(view, viewHeaders(source, properties));
  return Object.assign(view, viewBodies(source, properties, body));
}

/** Email/parse (RFC 8621 section 4.9), at most ten blobs a call. */
export const emailParse: MethodFactory =
  ({ mail }) =>
  async ({ accountId }, args) => {
    const parsed = parseArguments(Arguments, args);
    if (parsed.blobIds.length > maxBlobs) throw new MethodError("requestTooLarge", "too many blobs");
    const properties = parsed.properties ?? defaultParseProperties;
    checkEmailProperties(properties);
    const body = bodyOptions(parsed);
    const found: Record<string, unknown> = {};
    const notParsable: string[] = [];
    const notFound: string[] = [];
    for (const blobId of new Set(parsed.blobIds)) {
      const bytes = readBlob(mail, accountId, blobId);
      if (!bytes) notFound.push(blobId);
      else if (!looksLikeMessage(bytes)) notParsable.push(blobId);
      else found[blobId] = viewBlob(blobId, bytes, properties, body);
    }
    return {
      accountId,
      parsed: Object.keys(found).length > 0 ? found : null,
      notParsable: notParsable.length > 0 ? notParsable : null,
      notFound: notFound.length > 0 ? notFound : null,
    };
  };
