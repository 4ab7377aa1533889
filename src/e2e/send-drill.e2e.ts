import { mkdtempSync, rmSync } from "node:fs";
import { expect, setDefaultTimeout, test } from "bun:test";
import { runSendDrill } from "./send-drill";

setDefaultTimeout(180_000);

const cache = new URL("../../.cache/", import.meta.url).pathname;

test("whatever breaks between a click on Send and the recipient's server, a message arrives once or its writer can see that it did not", async () => {
  const dataDir = mkdtempSync(`${cache}send-drill-`);
  try {
    const { faults, fates } = await runSendDrill({ dataDir, sends: 30, writers: 3, seed: 3 });
    expect(faults).toEqual([]);
    expect([...fates.values()].flat().length).toBeGreaterThanOrEqual(30);
    expect([...fates.values()].flat().filter((fate) => fate === "arrived").length).toBeGreaterThan(10);
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
});
