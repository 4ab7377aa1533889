import { randomUUID } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";

/** A record as the zone server serves it: `name` is full, `value` in presentation form. */
export const ZoneRecord = z.strictObject({
  name: z.string().max(253),
  type: z.enum(["A", "AAAA", "CNAME", "MX", "NS", "SRV", "TXT"]),
  value: z.string().max(4096),
  ttlSeconds: z.int().min(0).max(86_400),
});
export type ZoneRecord = z.infer<typeof ZoneRecord>;

const ZoneFile = z.array(ZoneRecord).max(1000);
const fileOf = (directory: string, zone: string) => join(directory, `${zone}.json`);
const zonePattern = /^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.test$/;

/** Replaces everything published for a zone, at once: readers see the old records or the new ones. `zone` is a name under `.test`. */
export async function publishZone(directory: string, zone: string, records: ZoneRecord[]): Promise<void> {
  if (!zonePattern.test(zone)) throw new Error(`not a zone of the trial: ${zone}`);
  await mkdir(directory, { recursive: true });
  const draft = join(directory, `.${randomUUID()}`);
  await writeFile(draft, JSON.stringify(ZoneFile.parse(records), null, 2));
  await rename(draft, fileOf(directory, zone));
}

/** Absent is fine. */
export async function removeZone(directory: string, zone: string): Promise<void> {
  if (!zonePattern.test(zone)) throw new Error(`not a zone of the trial: ${zone}`);
  await rm(fileOf(directory, zone), { force: true });
}

/** What is published for a zone; empty when nothing is. */
export async function readZone(directory: string, zone: string): Promise<ZoneRecord[]> {
  const text = await readFile(fileOf(directory, zone), "utf8").catch(() => "[]");
  return ZoneFile.parse(JSON.parse(text));
}

/** File times move in steps of some milliseconds: a directory that changed this recently may change again under the same time. */
const settledAfterMs = 100;

/** Reads every zone, again only after something was published. Web, worker and zone server may be different processes: the files are their only tie. */
export function createZoneReader(directory: string): () => Promise<ZoneRecord[]> {
  let known: { changedAt: number; records: ZoneRecord[] } | undefined;
  return async () => {
    const readAt = Date.now();
    const changedAt = await stat(directory).then(
      ({ mtimeMs }) => mtimeMs,
      () => 0,
    );
    if (known && known.changedAt === changedAt) return known.records;
    const files = (await readdir(directory).catch(() => [])).filter((file) => file.endsWith(".json"));
    const zones = await Promise.all(files.map((file) => readZone(directory, file.slice(0, -".json".length))));
    const records = zones.flat();
    known = readAt - changedAt > settledAfterMs ? { changedAt, records } : undefined;
    return records;
  };
}
