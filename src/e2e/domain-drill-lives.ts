import { and, eq, sql } from "drizzle-orm";
import { dkimKeys, domains, tenants } from "../../db/schema";
import { inScope } from "../../db/transaction";
import { addDomain } from "../features/domains/server/add-domain";
import { checkDomain } from "../features/domains/server/check-domain";
import { rotateKey } from "../features/domains/server/dkim/rotate-key";
import { sweepRotations } from "../features/domains/server/dkim/sweep-rotations";
import { publishZone } from "../features/domains/server/dns/zone-files";
import { publishInTrial } from "../features/domains/server/publish-in-trial";
import { removeDomain } from "../features/domains/server/remove-domain";
import { wantedIn } from "../features/domains/server/testing-claims";
import { type Ctx, systemContext } from "../server/context";
import type { DrillWorld } from "./domain-drill-world";

/** What becomes of a domain. */
export type Life = {
  name: string;
  kind: "kept" | "rotated" | "released" | "given up" | "sold";
  domainId: string;
  /** What it waits for; empty when its life has come to where it should. */
  waitsFor: string;
};

const pollMs = 60;
/** The sweep of keys comes round more often than it does otherwise. */
const sweepMs = 1000;
/** However long dead workers' leases hold lives up, no more are begun than can be settled. */
const mostAtOnce = 30;
const kinds = ["rotated", "kept", "released", "given up", "sold"] as const;

/** People who set up domains, change keys and give domains up while workers die. They see the panel; it is always there. */
export async function createLives({ services, owner, zoneDir }: DrillWorld, random: () => number) {
  const lives: Life[] = [];
  let serial = 0;
  let isOpen = true;

  const tenant = async (name: string): Promise<Ctx> => {
    const tenantId = Bun.randomUUIDv7();
    const row = { id: tenantId, name, maxDomains: 1000, confirmedAt: new Date() };
    await inScope(services.db, { tenantId }, (tx) => tx.insert(tenants).values(row));
    return systemContext(services, { script: "drill" }, tenantId);
  };
  const [ada, bo] = [await tenant("Ada"), await tenant("Bo")];

  const rowOf = async (domainId: string) => (await owner.select().from(domains).where(eq(domains.id, domainId)))[0];
  const keysOf = (domainId: string) => owner.select().from(dkimKeys).where(eq(dkimKeys.domainId, domainId));

  async function until(life: Life, what: string, isThere: () => Promise<boolean>): Promise<void> {
    life.waitsFor = what;
    while (!(await isThere())) await Bun.sleep(pollMs);
    life.waitsFor = "";
  }

  /** Time passes for the keys of one domain. */
  async function pass(domainId: string, days: number): Promise<void> {
    const ago = sql`make_interval(days => ${days})`;
    await owner
      .update(dkimKeys)
      .set({ retiringAt: sql`${dkimKeys.retiringAt} - ${ago}`, retiredAt: sql`${dkimKeys.retiredAt} - ${ago}` })
      .where(eq(dkimKeys.domainId, domainId));
  }
  const sweeps = setInterval(() => void sweepRotations(services).catch(() => {}), sweepMs);

  async function rotate(ctx: Ctx, life: Life): Promise<void> {
    const { domainId } = life;
    const [first] = await keysOf(domainId);
    await rotateKey(ctx, { domainId, algorithm: "rsa-sha256" });
    const { dkimMode } = (await rowOf(domainId))!;
    if (dkimMode === "txt") await publishInTrial(ctx, { domainId });
    const isAt = (stage: string, isOld: boolean) => async () =>
      (await keysOf(domainId)).some((key) => key.stage === stage && (key.id === first!.id) === isOld);
    await until(life, "its new key to sign", isAt("active", false));
    await pass(domainId, 8);
    await until(life, "its old key to be retired", isAt("retired", true));
    await pass(domainId, 31);
    await until(life, "its old key to be gone", async () => (await keysOf(domainId)).length === 1);
  }

  /** The new owner of a name publishes their own records in place of the old ones; the old proof has been missed for a fortnight. */
  async function sell(life: Life, buyer: Ctx): Promise<void> {
    const { domainId, name } = life;
    const bought = await claim(buyer, name, "kept");
    await publishZone(zoneDir, name, await wantedIn(buyer, bought.domainId));
    const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);
    const missed = { proofMisses: 2, proofMissedSince: daysAgo(15), proofCheckedAt: daysAgo(8) };
    await owner.update(domains).set(missed).where(eq(domains.id, domainId));
    const seller = buyer === bo ? ada : bo;
    const look = async () => {
      for (const [ctx, id] of [
        [seller, domainId],
        [buyer, bought.domainId],
      ] as const)
        await checkDomain(ctx, { domainId: id });
      await Bun.sleep(1000);
    };
    await until(life, "being moved aside", async () => {
      const row = await rowOf(domainId);
      if (row?.state === "suspended" && row.provenAt === null) return true;
      await look();
      return false;
    });
    await until(bought, "being active", isActive(bought.domainId));
  }

  const isActive = (domainId: string) => async () => {
    const row = await rowOf(domainId);
    return row?.state === "active" && row.appliedRevision === row.revision;
  };

  async function claim(ctx: Ctx, name: string, kind: Life["kind"]): Promise<Life> {
    const { id: domainId } = await addDomain(ctx, { name });
    if (random() < 0.5) await owner.update(domains).set({ dkimMode: "txt" }).where(eq(domains.id, domainId));
    const life: Life = { name, kind, domainId, waitsFor: "" };
    lives.push(life);
    return life;
  }

  async function live(ctx: Ctx, name: string, kind: Life["kind"]): Promise<void> {
    const life = await claim(ctx, name, kind);
    const { domainId } = life;
    const isGone = async () => (await rowOf(domainId)) === undefined;
    if (kind === "given up") {
      if (random() < 0.7) await publishInTrial(ctx, { domainId });
      await Bun.sleep(random() * 400);
      await removeDomain(ctx, { domainId });
      return until(life, "its release", isGone);
    }
    await publishInTrial(ctx, { domainId });
    await until(life, "being active", isActive(domainId));
    await until(life, "its key to sign", async () => (await keysOf(domainId)).some(({ stage }) => stage === "active"));
    if (kind === "rotated") await rotate(ctx, life);
    if (kind === "sold") return sell(life, ctx === bo ? ada : bo);
    if (kind !== "released") return;
    if (random() < 0.5) await rotateKey(ctx, { domainId, algorithm: "rsa-sha256" });
    await Bun.sleep(random() * 300);
    await removeDomain(ctx, { domainId });
    await until(life, "its release", isGone);
    await live(bo, name, "kept");
  }

  const failed: string[] = [];
  const running = new Set<Promise<void>>();
  async function lineOf(ctx: Ctx): Promise<void> {
    while (isOpen) {
      if (running.size >= mostAtOnce) {
        await Bun.sleep(pollMs);
        continue;
      }
      const name = `life-${++serial}.test`;
      const kind = kinds[serial % kinds.length]!;
      const life = live(ctx, name, kind).catch(
        (error: Error) => void failed.push(`${name} (${kind}): ${error.message}`),
      );
      running.add(life);
      void life.finally(() => running.delete(life));
      // A domain that waits for a dead worker's lease holds nobody up.
      await Promise.race([life, Bun.sleep(2500)]);
    }
  }
  const lines = [lineOf(ada), lineOf(ada), lineOf(bo)];

  return {
    ...{ lives, failed },
    /** Begins nothing more and waits until every life has come to where it should, for `ms` at most. */
    async settle(ms: number): Promise<void> {
      isOpen = false;
      await Promise.all(lines);
      await Promise.race([Promise.all(running), Bun.sleep(ms)]);
      clearInterval(sweeps);
    },
    /** A domain of the drill as those who own it see it; its tenant. */
    ownerOf: async (domainId: string): Promise<Ctx> => {
      const own = and(eq(domains.id, domainId), eq(domains.tenantId, bo.tenantId));
      return (await owner.select({ id: domains.id }).from(domains).where(own)).length > 0 ? bo : ada;
    },
  };
}
export type Lives = Awaited<ReturnType<typeof createLives>>;
