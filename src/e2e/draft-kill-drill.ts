import { tenants } from "../../db/schema";
import { inScope } from "../../db/transaction";
import { getDomain } from "../features/domains/server/get-domain";
import { activeDomain } from "../features/domains/server/testing-domains";
import { createUser } from "../features/users/server/create-user";
import { applyNow } from "../features/users/server/testing-users";
import { systemContext } from "../server/context";
import { freePorts } from "./app-process";
import { type Cut, startCuttingProxy } from "./cutting-proxy";
import { startDrillWorld } from "./domain-drill-world";
import { auditDrafts } from "./draft-drill-audit";
import { signInWriter, writeDraft, type Written } from "./draft-drill-writers";
import { numberOptions } from "./number-options";
import { seededRandom } from "./seeded-random";
import { createMortal } from "./send-drill-process";

export type DraftDrillResult = { drafts: number; kills: number; cuts: number; faults: string[]; seconds: number };

const password = "a long walk at dusk";
const savesEach = 15;

/**
 * Lets people write while the web process is killed with SIGKILL `kills` times and the lines towards it and towards the mail server are cut; then looks
 * whether each draft is there once, with no words older than the last that were said to be saved.
 * bun src/e2e/draft-kill-drill.ts [--kills 200] [--seed 1]
 */
export async function runDraftDrill({
  dataDir,
  kills,
  writers,
  seed,
  say = () => {},
}: {
  dataDir: string;
  kills: number;
  writers: number;
  seed: number;
  say?: (text: string) => void;
}): Promise<DraftDrillResult> {
  const begun = performance.now();
  const random = seededRandom(seed);
  const ports = await freePorts();
  const world = await startDrillWorld(dataDir);
  const cutOf = (often: number): Cut => (random() < often ? (random() < 0.3 ? "before" : "after") : "none");
  const engineProxy = await startCuttingProxy(Number(new URL(world.engineUrl).port), (body) =>
    body.includes("X-DeftMail-Writer") ? cutOf(0.1) : "none",
  );
  const child = ["src/e2e/send-drill-web-child.ts", dataDir, String(ports.web), String(ports.smtp)];
  const web = createMortal([...child, String(engineProxy.port)], "serving");
  const worker = createMortal(["src/e2e/domain-worker-child.ts", dataDir], "working");
  const webProxy = await startCuttingProxy(
    ports.web,
    (body) => (body.includes("draftKey") ? cutOf(0.05) : "none"),
    ports.smtp,
  );
  try {
    await Promise.all([web.start(), worker.start()]);
    const people = await makePeople(world.services, writers);
    await worker.stop();
    const url = `http://localhost:${webProxy.port}`;
    const all: Written[] = [];
    let isOver = false;
    const mails = await Promise.all(
      people.map(async (address) => ({ address, mail: await signInWriter(url, { address, password }) })),
    );
    const writing = mails.map(async ({ address, mail }) => {
      while (!isOver) all.push(await writeDraft(mail, address, savesEach, random));
    });
    const killing = async () => {
      while (web.kills() < kills) {
        await Bun.sleep(200 + random() * 700);
        await web.kill();
        if (web.kills() % 20 === 0) say(`${web.kills()} kills, ${all.length} drafts`);
      }
      isOver = true;
    };
    await Promise.all([killing(), ...writing]);
    const faults = await auditDrafts(world, all, password);
    const cuts = engineProxy.cuts() + webProxy.cuts();
    const seconds = Math.round((performance.now() - begun) / 1000);
    return { drafts: all.length, kills: web.kills(), cuts, faults, seconds };
  } finally {
    await Promise.all([web.stop(), worker.stop(), webProxy.stop(), engineProxy.stop()]);
    await world.stop();
  }
}

/** Mailbox users of one company; their addresses. */
async function makePeople(services: Awaited<ReturnType<typeof startDrillWorld>>["services"], count: number) {
  const tenantId = Bun.randomUUIDv7();
  const row = { id: tenantId, name: "Drill", confirmedAt: new Date() };
  await inScope(services.db, { tenantId }, (tx) => tx.insert(tenants).values(row));
  const ctx = systemContext(services, { script: "drill" }, tenantId);
  const { id: domainId } = await activeDomain(services, ctx, "writers.test");
  // Its signing keys are seen by the worker, a moment later.
  for (const end = Date.now() + 60_000; (await getDomain(ctx, { domainId })).state !== "active"; await Bun.sleep(200))
    if (Date.now() > end) throw new Error("the domain does not become active");
  const addresses: string[] = [];
  for (let at = 0; at < count; at++) {
    const user = { domainId, localPart: `writer${at}`, displayName: `Writer ${at}`, password, quotaBytes: 1024 ** 3 };
    const { id, address } = await createUser(ctx, user);
    await applyNow(services, ctx, id);
    addresses.push(address);
  }
  return addresses;
}

if (import.meta.main) {
  const { mkdtempSync, rmSync } = await import("node:fs");
  const dataDir = mkdtempSync(new URL("../../.cache/draft-drill-", import.meta.url).pathname);
  const { kills, seed } = numberOptions({ kills: 200, seed: 1 });
  const result = await runDraftDrill({ dataDir, kills, writers: 4, seed, say: console.log });
  rmSync(dataDir, { recursive: true, force: true });
  console.log(`${result.drafts} drafts, ${result.kills} kills, ${result.cuts} cuts, ${result.seconds} s`);
  for (const fault of result.faults) console.log(fault);
  process.exit(result.faults.length > 0 ? 1 : 0);
}
