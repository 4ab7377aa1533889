import { mkdtempSync, rmSync } from "node:fs";
import { expect, setDefaultTimeout, test } from "bun:test";
import { runDomainDrill } from "./domain-drill";

setDefaultTimeout(180_000);

const cache = new URL("../../.cache/", import.meta.url).pathname;

test("whenever a worker is killed, set-up, change of keys and release come to their end, and everything agrees", async () => {
  const dataDir = mkdtempSync(`${cache}domain-kills-`);
  try {
    const { faults, domains, interrupted } = await runDomainDrill({ dataDir, kills: 5, seed: 7, isHurried: true });
    expect(faults).toEqual([]);
    expect(domains).toBeGreaterThan(6);
    expect(interrupted).toBeGreaterThan(0);
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
});
