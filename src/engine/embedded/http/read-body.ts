import { limitExceeded } from "./problem";

/** Reads a body up to `maxBytes` and no further. Throws the `limit` problem that names `limitName`. */
export async function readBody(request: Request, maxBytes: number, limitName: string): Promise<Uint8Array> {
  if (Number(request.headers.get("content-length") ?? 0) > maxBytes) throw limitExceeded(limitName);
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.body ?? []) {
    length += chunk.length;
    if (length > maxBytes) throw limitExceeded(limitName);
    chunks.push(chunk);
  }
  return chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks);
}
