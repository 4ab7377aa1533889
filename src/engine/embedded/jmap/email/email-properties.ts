import { MethodError } from "../../seams";
import { parseHeaderProperty } from "../../mail/mime/header-forms";

const metadata = ["id", "blobId", "threadId", "mailboxIds", "keywords", "size", "receivedAt"];
const headers = [
  "messageId",
  "inReplyTo",
  "references",
  "sender",
  "from",
  "to",
  "cc",
  "bcc",
  "replyTo",
  "subject",
  "sentAt",
];
const bodies = ["bodyStructure", "bodyValues", "textBody", "htmlBody", "attachments", "hasAttachment", "preview"];

/** What Email/parse answers when no properties are named (RFC 8621 section 4.9). */
export const defaultParseProperties: readonly string[] = [
  ...headers,
  "hasAttachment",
  "preview",
  "bodyValues",
  "textBody",
  "htmlBody",
  "attachments",
];

/** What Email/get answers when no properties are named (RFC 8621 section 4.2). */
export const defaultEmailProperties: readonly string[] = [...metadata, ...defaultParseProperties];

const known: ReadonlySet<string> = new Set([...metadata, ...headers, ...bodies, "headers"]);

/** Properties of a body part when none are named. */
export const defaultBodyProperties: readonly string[] = [
  "partId",
  "blobId",
  "size",
  "name",
  "type",
  "charset",
  "disposition",
  "cid",
  "language",
  "location",
];
const knownBody: ReadonlySet<string> = new Set([...defaultBodyProperties, "headers", "subParts"]);

function check(properties: readonly string[], names: ReadonlySet<string>): void {
  for (const property of properties) {
    if (names.has(property)) continue;
    if (property.startsWith("header:") && parseHeaderProperty(property)) continue;
    throw new MethodError("invalidArguments", `unknown property ${property}`);
  }
}

/** Throws `invalidArguments` for a property that no Email has, or a header form that is not allowed. */
export const checkEmailProperties = (properties: readonly string[]): void => check(properties, known);

/** The same for properties of body parts. */
export const checkBodyProperties = (properties: readonly string[]): void => check(properties, knownBody);
