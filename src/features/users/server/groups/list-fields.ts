import { fieldName, splitMessage } from "./header-fields";

export type ListedGroup = { address: string; name: string };

/** What a list writes itself (RFC 2369, RFC 2919), and what is for one hop only. */
const replaced = new Set(
  `list-id list-post list-help list-owner list-archive list-subscribe list-unsubscribe list-unsubscribe-post
  precedence return-path delivered-to bcc`.split(/\s+/),
);

/** RFC 2919: the address with a dot for the @, so that it is of the domain and of nobody else. */
export const listId = (address: string): string => `<${address.replace("@", ".")}>`;

/** The subject that takes a member out of the group (RFC 2369 section 3.2). */
export const unsubscribeSubject = "unsubscribe";

/**
 * A post as the members get it: as it was written, signatures of its author included, with the fields that name the group in front. By
 * X-Loop it is known when it comes back.
 */
export function withListFields(raw: Uint8Array, { address, name }: ListedGroup): Uint8Array<ArrayBuffer> {
  const { fields, body } = splitMessage(raw);
  const phrase = /^[\x20-\x7e]+$/.test(name) ? `"${name.replaceAll(/["\\]/g, "")}" ` : "";
  const own = [
    `List-Id: ${phrase}${listId(address)}`,
    `List-Post: <mailto:${address}>`,
    `List-Unsubscribe: <mailto:${address}?subject=${unsubscribeSubject}>`,
    "Precedence: list",
    `X-Loop: ${address}`,
  ];
  const kept = fields.filter((field) => !replaced.has(fieldName(field)));
  return Buffer.concat([Buffer.from(`${own.join("\r\n")}\r\n${kept.join("")}`, "latin1"), body]);
}
