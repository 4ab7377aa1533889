import { eq, sql } from "drizzle-orm";
import { jobs } from "../../db/schema";
import { auditDomains } from "./domain-drill-audit";
import { createLives } from "./domain-drill-lives";
import { startDrillWorld } from "./domain-drill-world";
import { seededRandom } from "./seeded-random";

export type DrillResult = { faults: string[]; domains: number; interrupted: number; killsInWork: number };

/**
 * Kills the worker with SIGKILL at random moments while domains are set up, change keys and are given up; PostgreSQL, mail server and zone live on. Looks at
 * the end, when all has settled, whether panel, mail server, DNS and keys agree. With `isHurried` a dead worker's leases end at once instead of after their
 * half-minute.
 */
export async function runDomainDrill({
  dataDir,
  kills,
  seed,
  isHurried = false,
  say = () => {},
}: {
  dataDir: string;
  kills: number;
  seed: number;
  isHurried?: boolean;
  say?: (text: string) => void;
}): Promise<DrillResult> {
  const random = seededRandom(seed);
  const world = await startDrillWorld(dataDir);
  const root = new URL("../../", import.meta.url).pathname;
  const startWorker = () =>
    Bun.spawn([process.execPath, "src/e2e/domain-worker-child.ts", dataDir], {
      ...{ cwd: root, stdin: "ignore", stdout: "pipe", stderr: "inherit" },
      env: Bun.env as Record<string, string | undefined>,
    });
  /** Each run of a job that a kill ended, once: it stays "running" until its lease is over. */
  const cut = new Set<string>();
  let killsInWork = 0;
  let worker = startWorker();
  try {
    const lives = await createLives(world, random);
    for (let round = 1; round <= kills; round++) {
      // Most moments lie in its work, some in its start.
      if (random() < 0.85) await firstWord(worker.stdout);
      await Bun.sleep(random() * 1500);
      worker.kill("SIGKILL");
      await worker.exited;
      const held = await world.owner.select().from(jobs).where(eq(jobs.state, "running"));
      const orphans = held.filter(({ id, lease }) => !cut.has(`${id} ${lease}`));
      for (const { id, lease } of orphans) cut.add(`${id} ${lease}`);
      killsInWork += orphans.length > 0 ? 1 : 0;
      if (isHurried)
        await world.owner
          .update(jobs)
          .set({ leasedUntil: sql`now()` })
          .where(eq(jobs.state, "running"));
      say(
        `kill ${round}: ${lives.lives.length} domains, in the middle of ${orphans.map(({ name }) => name).join(", ")}`,
      );
      worker = startWorker();
    }
    await lives.settle(180_000);
    const faults = await auditDomains(world, lives);
    return { faults, domains: lives.lives.length, interrupted: cut.size, killsInWork };
  } finally {
    worker.kill("SIGTERM");
    await worker.exited;
    await world.stop();
  }
}

async function firstWord(stdout: ReadableStream<Uint8Array>): Promise<void> {
  const reader = stdout.getReader();
  await reader.read();
  reader.releaseLock();
}
