import { decodeId as decodeNumber, encodeId } from "./directory/id-codec";

export { encodeId };

/** The number behind an id of mail or a mailbox, or `null` when the text is no canonical id or does not fit a safe integer. */
export function decodeId(text: string): number | null {
  const id = decodeNumber(text);
  if (id === null || id > BigInt(Number.MAX_SAFE_INTEGER)) return null;
  return encodeId(id) === text ? Number(id) : null;
}
