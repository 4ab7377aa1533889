import { mkdtempSync, rmSync } from "node:fs";
import { expect, setDefaultTimeout, test } from "bun:test";
import { runDraftDrill } from "./draft-kill-drill";

setDefaultTimeout(180_000);

const cache = new URL("../../.cache/", import.meta.url).pathname;

test("however often the server dies while somebody writes, what was said to be saved is there, once", async () => {
  const dataDir = mkdtempSync(`${cache}draft-drill-`);
  try {
    const { faults, drafts, kills, cuts } = await runDraftDrill({ dataDir, kills: 10, writers: 2, seed: 5 });
    expect(faults).toEqual([]);
    expect(kills).toBe(10);
    expect(drafts).toBeGreaterThanOrEqual(2);
    expect(cuts).toBeGreaterThan(0);
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
});
