import { randomUUID } from "node:crypto";
import { composeMessage, type ComposePart, plainPart } from "../../mail/compose/compose-message";
import { invalidProperties } from "../set-error";
import { createPartReader, type BodySources } from "./body-to-compose";
import { formatHeaderDate, isHeaderProperty, writeHeaderProperty } from "./write-header";

function singlePart(value: unknown, property: string, type: string): unknown[] {
  if (value == null) return [];
  if (!Array.isArray(value) || value.length !== 1) throw invalidProperties([property], "exactly one part");
  const [part] = value as [{ type?: unknown }];
  if (part?.type != null && part.type !== type) throw invalidProperties([property], `the part must be ${type}`);
  return [{ ...part, type }];
}

function wrap(type: string, parts: ComposePart[]): ComposePart {
  const [only] = parts;
  return only && parts.length === 1 ? only : plainPart(type, { parts });
}

/** Arranges the three body lists: text and HTML as alternatives, pictures beside the HTML that shows them, attachments behind. */
function arrangeLists(email: Record<string, unknown>, read: (raw: unknown, path: string) => ComposePart): ComposePart {
  const text = singlePart(email.textBody, "textBody", "text/plain").map((part) => read(part, "textBody/0"));
  const html = singlePart(email.htmlBody, "htmlBody", "text/html").map((part) => read(part, "htmlBody/0"));
  const given = email.attachments ?? [];
  if (!Array.isArray(given) || given.length > 1000) throw invalidProperties(["attachments"]);
  const attachments = given.map((part, at) => read(part, `attachments/${at}`));
  for (const part of attachments) part.disposition ??= "attachment";
  const isRelated = (part: ComposePart) => html.length > 0 && part.cid !== null && part.disposition === "inline";
  const related = attachments.filter(isRelated);
  const rich = html.length > 0 ? [wrap("multipart/related", [...html, ...related])] : [];
  const body = [...text, ...rich];
  const files = attachments.filter((part) => !isRelated(part));
  if (body.length + files.length === 0) return plainPart("text/plain", { text: "" });
  const main = body.length > 0 ? [wrap("multipart/alternative", body)] : [];
  return wrap("multipart/mixed", [...main, ...files]);
}

const bodyLists = ["textBody", "htmlBody", "attachments"];
const elsewhere = new Set([...bodyLists, "bodyStructure", "bodyValues", "mailboxIds", "keywords", "receivedAt"]);

function readHeaders(email: Record<string, unknown>): [string, string][] {
  const lines: [string, string][] = [];
  const seen = new Map<string, string>();
  for (const [property, value] of Object.entries(email)) {
    if (elsewhere.has(property)) continue;
    if (!isHeaderProperty(property)) throw invalidProperties([property]);
    const written = writeHeaderProperty(property, value);
    const name = written[0]?.[0].toLowerCase();
    if (name === undefined) continue;
    if (name.startsWith("content-")) throw invalidProperties([property], "belongs to the body");
    if (seen.has(name)) throw invalidProperties([seen.get(name) ?? "", property], "the same header twice");
    seen.set(name, property);
    lines.push(...written);
  }
  return lines;
}

/**
 * Writes the message that an Email to be created describes (RFC 8621 section 4.6). `hostname` makes the Message-ID. Throws `SetError`:
 * `invalidProperties` or `blobNotFound`.
 */
export function buildEmail(
  email: Record<string, unknown>,
  sources: Omit<BodySources, "bodyValues">,
  { hostname, now }: { hostname: string; now: number },
): Uint8Array {
  const clash = bodyLists.filter((property) => email[property] != null);
  if (email.bodyStructure != null && clash.length > 0) throw invalidProperties(["bodyStructure", ...clash]);
  const lines = readHeaders(email);
  const reader = createPartReader({ ...sources, bodyValues: email.bodyValues });
  const root =
    email.bodyStructure == null ? arrangeLists(email, reader.read) : reader.read(email.bodyStructure, "bodyStructure");
  reader.finish();
  const names = new Set(lines.map(([name]) => name.toLowerCase()));
  if (!names.has("date")) lines.push(["Date", formatHeaderDate(new Date(now).toISOString())]);
  if (!names.has("message-id")) lines.push(["Message-ID", `<${randomUUID()}@${hostname}>`]);
  return composeMessage({ ...root, headers: [...lines, ["MIME-Version", "1.0"], ...root.headers] });
}
