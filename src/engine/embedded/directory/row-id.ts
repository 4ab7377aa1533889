import { decodeId } from "./id-codec";

/** The row number behind an id of the directory; `null` when no row can have it. */
export function rowId(id: string): number | null {
  const value = id === "" ? null : decodeId(id);
  return value === null || value > BigInt(Number.MAX_SAFE_INTEGER) ? null : Number(value);
}
