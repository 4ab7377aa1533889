import { z } from "zod";
import type { ComposePart } from "../../mail/compose/compose-message";
import { invalidProperties, SetError } from "../set-error";
import { writeHeaderProperty } from "./write-header";

const Token = z
  .string()
  .max(500)
  .refine((text) => !/[\r\n\0]/.test(text));
const MimeType = z
  .string()
  .max(200)
  .regex(/^[A-Za-z0-9!#$&^_.+-]+\/[A-Za-z0-9!#$&^_.+-]+$/);

const Part = z.looseObject({
  partId: z.string().max(255).nullish(),
  blobId: z.string().max(255).nullish(),
  type: MimeType.nullish(),
  charset: Token.nullish(),
  name: Token.nullish(),
  disposition: Token.nullish(),
  cid: Token.refine((cid) => !/[<>\s]/.test(cid)).nullish(),
  language: z.array(Token).max(50).nullish(),
  location: Token.nullish(),
  size: z.number().nullish(),
  subParts: z.array(z.unknown()).max(1000).nullish(),
});
type Part = z.infer<typeof Part>;

const BodyValues = z.record(
  z.string(),
  z.object({
    value: z.string(),
    isEncodingProblem: z.literal(false).nullish(),
    isTruncated: z.literal(false).nullish(),
  }),
);

export type BodySources = {
  bodyValues: unknown;
  readBlob: (blobId: string) => Uint8Array | null;
};

function partHeaders(part: Part, path: string): [string, string][] {
  const lines: [string, string][] = [];
  for (const [property, value] of Object.entries(part)) {
    if (property === "headers") throw invalidProperties([`${path}/headers`]);
    if (property.startsWith("header:")) lines.push(...writeHeaderProperty(property, value));
  }
  return lines;
}

/** Turns the EmailBodyParts of an Email to be created into parts to write; blob ids that were not found are gathered in `missing`. */
export function createPartReader(sources: BodySources) {
  const missing: string[] = [];
  const values = BodyValues.safeParse(sources.bodyValues ?? {});
  if (!values.success) throw invalidProperties(["bodyValues"], values.error.issues[0]?.message);

  function content(part: Part, path: string, depth: number): ComposePart["content"] {
    if (part.subParts != null) {
      if (part.partId != null || part.blobId != null) throw invalidProperties([path], "a container has no content");
      return { parts: part.subParts.map((child, at) => read(child, `${path}/subParts/${at}`, depth + 1)) };
    }
    if (part.partId != null && part.blobId != null) throw invalidProperties([`${path}/partId`, `${path}/blobId`]);
    if (part.partId != null) {
      const value = values.data?.[part.partId];
      if (!value) throw invalidProperties([`${path}/partId`], "no such body value");
      if (part.charset != null) throw invalidProperties([`${path}/charset`], "text is always written as UTF-8");
      return { text: value.value };
    }
    if (part.blobId == null) throw invalidProperties([path], "neither partId nor blobId");
    const bytes = sources.readBlob(part.blobId);
    if (!bytes) missing.push(part.blobId);
    return { bytes: bytes ?? new Uint8Array(), charset: part.charset ?? null };
  }

  function read(raw: unknown, path: string, depth: number): ComposePart {
    const parsed = Part.safeParse(raw);
    if (!parsed.success || depth > 50) throw invalidProperties([path], parsed.error?.issues[0]?.message);
    const part = parsed.data;
    const isText = part.partId != null;
    return {
      type: (
        part.type ?? (part.subParts ? "multipart/mixed" : isText ? "text/plain" : "application/octet-stream")
      ).toLowerCase(),
      headers: partHeaders(part, path),
      name: part.name ?? null,
      disposition: part.disposition ?? null,
      cid: part.cid ?? null,
      language: part.language ?? null,
      location: part.location ?? null,
      content: content(part, path, depth),
    };
  }

  return {
    read: (raw: unknown, path: string) => read(raw, path, 0),
    /** Throws `blobNotFound` with the ids that were missing. */
    finish() {
      if (missing.length > 0)
        throw new SetError("blobNotFound", "A blob was not found.", { notFound: [...new Set(missing)] });
    },
  };
}
