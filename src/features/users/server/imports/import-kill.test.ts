import { afterAll, expect, setDefaultTimeout, test } from "bun:test";
import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { and, count, eq, like, sql } from "drizzle-orm";
import { startDrillWorld } from "~/e2e/domain-drill-world";
import { until } from "~/lib/testing-until";
import { testMember } from "~/server/testing";
import { auditLogs, domains, mailUsers, runRows, runs, tenants } from "../../../../../db/schema";
import { startImport } from "./start-import";
import { checkText } from "./testing-imports";

setDefaultTimeout(180_000);

const cache = new URL("../../../../../.cache/", import.meta.url).pathname;
const dataDir = mkdtempSync(join(cache, "import-kill-"));
const world = await startDrillWorld(dataDir);
const { services, owner } = world;
const children: Bun.Subprocess[] = [];
afterAll(async () => {
  for (const child of children) child.kill(9);
  await world.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

/** A worker in a process of its own. */
function startChild(): Bun.Subprocess {
  const script = new URL("../../../../e2e/domain-worker-child.ts", import.meta.url).pathname;
  const child = Bun.spawn([process.execPath, script, dataDir], { stdout: "ignore", stderr: "ignore" });
  children.push(child);
  return child;
}

test("an import whose worker is killed again and again goes on where it was: nobody is doubled, and nobody is lost", async () => {
  const total = 3000;
  const { ctx } = await testMember(services);
  const name = "killed.test";
  const { id: engineId } = await services.engine.directory.domains.ensure({ name, description: "" });
  const own = { tenantId: ctx.tenantId, proofToken: "-", provenAt: new Date(), engineId, appliedRevision: 1 };
  await owner.insert(domains).values({ ...own, name, state: "active" });
  await owner.update(tenants).set({ maxMailUsers: 10_000, maxStorageBytes: 2 ** 50 });
  const lines = Array.from({ length: total }, (_, at) => `u${at}@${name},Person ${at}`);
  const { runId } = await checkText(ctx, `address,name\n${lines.join("\n")}\n`);
  await startImport(ctx, { runId });
  const progress = async () => (await owner.select().from(runs).where(eq(runs.id, runId)))[0]!;
  let [kills, seen] = [0, 0];
  for (let child = startChild(); (await progress()).state !== "done"; child = startChild()) {
    // Asked without a pause, so that it is killed within the next lines.
    for (let now = await progress(); now.done <= seen && now.state !== "done";) now = await progress();
    seen = (await progress()).done;
    child.kill(9);
    await child.exited;
    kills += 1;
    // The silent worker's lease ends now, and not in half a minute.
    await owner.execute(sql`update jobs set leased_until = now() - interval '1 second' where state = 'running'`);
  }
  expect(kills).toBeGreaterThanOrEqual(3);
  const made = like(mailUsers.address, `%@${name}`);
  expect(await owner.$count(mailUsers, made)).toBe(total);
  expect(await owner.$count(auditLogs, eq(auditLogs.action, "user.create"))).toBe(total);
  expect(await owner.$count(runRows, and(eq(runRows.runId, runId), eq(runRows.state, "created")))).toBe(total);
  expect(await progress()).toMatchObject({ done: total, failed: 0, total });

  startChild();
  const unapplied = sql`${mailUsers.revision} > ${mailUsers.appliedRevision}`;
  await until(async () => (await owner.select({ n: count() }).from(mailUsers).where(unapplied))[0]!.n === 0, 90_000);
  const addresses = new Set<string>();
  for (let after: string | undefined, isFirst = true; isFirst || after; isFirst = false) {
    const page = await services.engine.directory.accounts.listAddresses(name, { after, limit: 500 });
    for (const address of page.addresses) addresses.add(address);
    after = page.next;
  }
  expect(addresses.size).toBe(total);
});
