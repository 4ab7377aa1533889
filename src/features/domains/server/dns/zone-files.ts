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

/** A file that cannot be read as a zone, since somebody is in the middle of writing it by hand, publishes nothing and disturbs no other zone. */
const readOrNothing = (directory: string, zone: string) => readZone(directory, zone).catch((): ZoneRecord[] => []);

/** File times move in steps of some milliseconds: what changed this recently may change again under the same time. */
const settledAfterMs = 100;

/** Names and times of all zones; `latest` is the youngest of them, in milliseconds since the epoch. A text editor writes in place and leaves the directory's own time as it was. */
async function surveyZones(directory: string): Promise<{ files: string[]; print: string; latest: number }> {
  const files = (await readdir(directory).catch(() => [])).filter((file) => file.endsWith(".json")).sort();
  const times = await Promise.all(
    files.map((file) =>
      stat(join(directory, file)).then(
        ({ mtimeMs, size }) => ({ mtimeMs, size }),
        () => ({ mtimeMs: 0, size: 0 }),
      ),
    ),
  );
  const print = files.map((file, at) => `${file} ${times[at]?.mtimeMs} ${times[at]?.size}`).join("\n");
  return { files, print, latest: Math.max(0, ...times.map(({ mtimeMs }) => mtimeMs)) };
}

/** Reads every zone, again only after one has changed. Web, worker and zone server may be different processes: the files are their only tie. */
export function createZoneReader(directory: string): () => Promise<ZoneRecord[]> {
  let known: { print: string; records: ZoneRecord[] } | undefined;
  return async () => {
    const readAt = Date.now();
    const { files, print, latest } = await surveyZones(directory);
    if (known?.print === print) return known.records;
    const zones = await Promise.all(files.map((file) => readOrNothing(directory, file.slice(0, -".json".length))));
    const records = zones.flat();
    known = readAt - latest > settledAfterMs ? { print, records } : undefined;
    return records;
  };
}
