import { afterAll, expect, test } from "bun:test";
import { mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createZoneReader, publishZone, type ZoneRecord } from "./zone-files";

const directory = mkdtempSync(join(tmpdir(), "zones-"));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const record = (name: string, value: string): ZoneRecord => ({ name, type: "TXT", value, ttlSeconds: 5 });
/** Writes as a text editor does, in place, and dates the file so that no clock step decides the test. */
function edit(zone: string, text: string, secondsAgo: number) {
  const file = join(directory, `${zone}.json`);
  writeFileSync(file, text);
  const at = Date.now() / 1000 - secondsAgo;
  utimesSync(file, at, at);
}
const values = (records: ZoneRecord[]) => records.map(({ value }) => value).sort();

test("a zone file that somebody edits in place is served as it stands then", async () => {
  const read = createZoneReader(directory);
  await publishZone(directory, "one.test", [record("one.test", "before")]);
  edit("one.test", JSON.stringify([record("one.test", "before")]), 60);
  expect(values(await read())).toEqual(["before"]);
  edit("one.test", JSON.stringify([record("one.test", "behind")]), 30);
  expect(values(await read())).toEqual(["behind"]);
});

test("a file that is no zone publishes nothing and leaves the other zones alone", async () => {
  const read = createZoneReader(directory);
  edit("broken.test", "{ half a fi", 60);
  expect(values(await read())).toEqual(["behind"]);
  edit("broken.test", JSON.stringify([record("broken.test", "mended")]), 30);
  expect(values(await read())).toEqual(["behind", "mended"]);
});

test("an unchanged folder is not read again", async () => {
  const read = createZoneReader(directory);
  edit("one.test", JSON.stringify([record("one.test", "settled")]), 30);
  expect(await read()).toBe(await read());
});

test("no folder means no records", async () => {
  expect(await createZoneReader(join(directory, "absent"))()).toEqual([]);
});
