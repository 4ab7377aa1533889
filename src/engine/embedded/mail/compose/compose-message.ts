import { randomUUID } from "node:crypto";
import { encodeBinaryBody, encodeTextBody, type EncodedBody } from "./encode-body";
import { encodeParameter, headerLine } from "./encode-word";

/** A part to be written: a container, text, or bytes. */
export type ComposePart = {
  type: string;
  /** Header lines beside the ones that the fields below make: name and raw value. */
  headers: [name: string, value: string][];
  name: string | null;
  disposition: string | null;
  cid: string | null;
  language: string[] | null;
  location: string | null;
  content: { parts: ComposePart[] } | { text: string } | { bytes: Uint8Array; charset: string | null };
};

/** A part of which nothing but type and content is said. */
export const plainPart = (type: string, content: ComposePart["content"]): ComposePart => ({
  type,
  headers: [],
  name: null,
  disposition: null,
  cid: null,
  language: null,
  location: null,
  content,
});

function encodeContent(part: ComposePart): EncodedBody | null {
  const { content, type } = part;
  if ("parts" in content) return null;
  if ("text" in content) return encodeTextBody(content.text);
  // RFC 2046 section 5.2.1: message/rfc822 allows no base64.
  if (type === "message/rfc822") return { encoding: "7bit", bytes: content.bytes };
  return encodeBinaryBody(content.bytes);
}

function contentType(part: ComposePart, boundary: string): string {
  const { content, type, name } = part;
  if ("parts" in content) return `${type}; boundary="${boundary}"`;
  const charset = "text" in content ? "utf-8" : content.charset;
  const parameters = [
    ...(charset ? [encodeParameter("charset", charset)] : []),
    ...(name === null ? [] : [encodeParameter("name", name)]),
  ];
  return [type, ...parameters].join("; ");
}

function* writePart(part: ComposePart): Generator<Uint8Array> {
  const boundary = `=_${randomUUID()}`;
  const body = encodeContent(part);
  let head = part.headers.map(([name, value]) => headerLine(name, value)).join("");
  head += headerLine("Content-Type", contentType(part, boundary));
  if (part.disposition !== null) {
    const file = part.name === null ? [] : [encodeParameter("filename", part.name)];
    head += headerLine("Content-Disposition", [part.disposition, ...file].join("; "));
  }
  if (part.cid !== null) head += headerLine("Content-ID", `<${part.cid}>`);
  if (part.language !== null) head += headerLine("Content-Language", part.language.join(", "));
  if (part.location !== null) head += headerLine("Content-Location", part.location);
  if (body) head += headerLine("Content-Transfer-Encoding", body.encoding);
  yield Buffer.from(`${head}\r\n`);
  if (body) yield body.bytes;
  if (!("parts" in part.content)) return;
  for (const child of part.content.parts) {
    yield Buffer.from(`--${boundary}\r\n`);
    yield* writePart(child);
    yield Buffer.from("\r\n");
  }
  yield Buffer.from(`--${boundary}--\r\n`);
}

/** Writes a whole message; `root.headers` are the message's own header fields. */
export const composeMessage = (root: ComposePart): Uint8Array => Buffer.concat([...writePart(root)]);
