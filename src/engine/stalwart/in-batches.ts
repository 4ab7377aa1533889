import type { JmapClient } from "./jmap-client.ts";

/** As many ids at a time as the server takes. */
export async function inBatches(jmap: JmapClient, ids: string[]): Promise<string[][]> {
  const { maxIds } = await jmap.session();
  return Array.from({ length: Math.ceil(ids.length / maxIds) }, (_, at) => ids.slice(at * maxIds, (at + 1) * maxIds));
}
