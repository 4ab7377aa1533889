export type LoadedText = { text: string; isCut: boolean };

/** Octets that are read at most; a page with more of it in one element is no pleasure. */
export const longestText = 512 * 1024;

/**
 * The beginning of a file of ours as text. Rejects when it cannot be had. Without a charset, or with one that no browser knows, it is
 * UTF-8 if it can be, else windows-1252.
 */
export async function loadText(path: string, charset: string | null, signal: AbortSignal): Promise<LoadedText> {
  const response = await fetch(path, { signal });
  if (!response.ok || !response.body) throw new Error(`${response.status} for a file`);
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = response.body.getReader();
  while (length <= longestText) {
    const { done, value } = await reader.read();
    if (done) break;
    chunks.push(value);
    length += value.length;
  }
  const isCut = length > longestText;
  if (isCut) await reader.cancel();
  const bytes = new Uint8Array(await new Blob(chunks as BlobPart[]).slice(0, longestText).arrayBuffer());
  return { text: decode(bytes, charset, isCut), isCut };
}

/** Exported for its test. `isCut`: the last character may have lost its end. */
export function decode(bytes: Uint8Array, charset: string | null, isCut: boolean): string {
  const named = charset?.toLowerCase();
  if (named && named !== "us-ascii" && named !== "utf-8")
    try {
      return new TextDecoder(named).decode(bytes);
    } catch {
      // Not one that a browser knows.
    }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: isCut });
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}
