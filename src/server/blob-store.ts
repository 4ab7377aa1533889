/** A key: words of letters, digits, `-`, `_` and `.` with `/` between them, none of them only dots. */
export const isBlobKey = (key: string): boolean =>
  key.length <= 500 && key.split("/").every((word) => /^[\w.-]+$/.test(word) && !/^\.+$/.test(word));

export type StoredBlob = { key: string; changedAt: Date };

/** More octets came than were allowed; none of them is kept. */
export class BlobTooLarge extends Error {}

/**
 * Octets by name, in files or in S3: for what is too large for the database. Nothing in it is the only copy of anything but for hours.
 * Every method throws on a key that `isBlobKey` does not know.
 */
export interface BlobStore {
  /** Stores a stream, whole or not at all, and without holding it in memory. Returns its length in octets. Throws `BlobTooLarge`. */
  put(key: string, content: ReadableStream<Uint8Array>, options: { maxBytes: number; type?: string }): Promise<number>;
  /** What lies there, read when it is used and as often as it is; `null` when nothing does. Its `size` may be unknown (`NaN`). */
  open(key: string, type: string): Promise<Blob | null>;
  /** Absent is fine. */
  remove(key: string): Promise<void>;
  /** Everything whose key begins with `prefix` and `/`. */
  list(prefix: string): AsyncIterable<StoredBlob>;
}
