import { join } from "node:path";
import { isNull } from "drizzle-orm";
import { mailUsers, tenants } from "../../db/schema";
import { inScope } from "../../db/transaction";
import { getDomain } from "../features/domains/server/get-domain";
import { activeDomain } from "../features/domains/server/testing-domains";
import { createUser } from "../features/users/server/create-user";
import { systemContext } from "../server/context";
import { freePorts } from "./app-process";
import { type Cut, startCuttingProxy } from "./cutting-proxy";
import { type DrillWorld, startDrillWorld } from "./domain-drill-world";
import { startOutsideWorld } from "./outside-world";
import { seededRandom } from "./seeded-random";
import { auditSends, type Fate } from "./send-drill-audit";
import { createMortal } from "./send-drill-process";
import { createWriters, type Fault, type Send } from "./send-drill-writers";

export type SendDrillResult = { fates: Map<Fault, Fate[]>; faults: string[]; seconds: number; kills: string };

const password = "a long walk at dusk";

/**
 * Lets people send while replies of the mail server are cut, the web process and the worker are killed with SIGKILL, tabs are closed and the network
 * goes; then looks whether each message is at the recipient's server exactly once or visible in the outbox as one that failed or of which nobody knows.
 * PostgreSQL and the mail server live on.
 */
export async function runSendDrill({
  dataDir,
  sends,
  writers,
  seed,
  say = () => {},
}: {
  dataDir: string;
  sends: number;
  writers: number;
  seed: number;
  say?: (text: string) => void;
}): Promise<SendDrillResult> {
  const begun = performance.now();
  const random = seededRandom(seed);
  const ports = await freePorts();
  const world = await startDrillWorld(dataDir, { SMTP_OUT_PORT: String(ports.sink) });
  const outside = await startOutsideWorld({ zoneDir: join(dataDir, "zones"), sinkPort: ports.sink });

  const faultOf = (body: string): Fault | undefined => all.get(/out-\d+/.exec(body)?.[0] ?? "")?.takeFault();
  const all = new Map<string, Send & { takeFault(): Fault | undefined }>();
  const engineCuts = new Map<string, Cut>();
  const engineProxy = await startCuttingProxy(Number(new URL(world.engineUrl).port), (body) => {
    if (!body.includes("EmailSubmission/set")) return "none";
    const subject = /out-\d+/.exec(body)?.[0] ?? "";
    const cut = engineCuts.get(subject) ?? "none";
    engineCuts.delete(subject);
    return cut;
  });
  const web = createMortal(
    [
      ...["src/e2e/send-drill-web-child.ts", dataDir, String(ports.web)],
      ...[String(ports.smtp), String(engineProxy.port)],
    ],
    "serving",
  );
  const worker = createMortal(["src/e2e/domain-worker-child.ts", dataDir], "working");
  const webProxy = await startCuttingProxy(
    ports.web,
    (body) => {
      const fault = faultOf(body);
      const subject = /out-\d+/.exec(body)?.[0] ?? "";
      if (fault === "engine reply cut") engineCuts.set(subject, "after");
      if (fault === "engine away") engineCuts.set(subject, "before");
      if (fault === "web killed") setTimeout(() => void web.kill(), random() * 120);
      if (fault === "worker killed") setTimeout(() => void worker.kill(), random() * 120);
      return fault === "network gone before" ? "before" : fault === "network gone after" ? "after" : "none";
    },
    ports.smtp,
  );
  try {
    await Promise.all([web.start(), worker.start()]);
    const people = await makePeople(world, writers);
    const writing = createWriters({
      url: `http://localhost:${webProxy.port}`,
      people,
      password,
      random,
      all,
      untilUp: web.ready,
    });
    await writing.run(sends, say);
    await web.ready();
    const { fates, faults } = await auditSends({ world, outside, people, sends: [...all.values()] });
    const kills = `${web.kills()} kills of the web process, ${worker.kills()} of the worker, ${engineProxy.cuts()} cuts towards the mail server, ${webProxy.cuts()} towards the browser`;
    return { fates, faults, kills, seconds: Math.round((performance.now() - begun) / 1000) };
  } finally {
    await Promise.all([web.stop(), worker.stop(), webProxy.stop(), engineProxy.stop(), outside.stop()]);
    await world.stop();
  }
}

/** A company with so many mailbox users, who may send as much as they like. */
async function makePeople({ services, owner }: DrillWorld, count: number) {
  const tenantId = Bun.randomUUIDv7();
  const most = 1_000_000;
  const plan = { maxMessagesPerDay: most, maxRecipientsPerHour: most };
  const row = {
    ...{ id: tenantId, name: "Drill", confirmedAt: new Date(), ...plan },
    ...{ maxUserRecipientsPerHour: most, maxUserRecipientsPerDay: most },
  };
  await inScope(services.db, { tenantId }, (tx) => tx.insert(tenants).values(row));
  const ctx = systemContext(services, { script: "drill" }, tenantId);
  const { id: domainId } = await activeDomain(services, ctx, "writers.test");
  // Its signing keys are seen by the worker, a moment later.
  for (const end = Date.now() + 60_000; (await getDomain(ctx, { domainId })).state !== "active"; await Bun.sleep(200))
    if (Date.now() > end) throw new Error("the domain does not become active");
  const people: { address: string; userId: string; tenantId: string }[] = [];
  for (let at = 0; at < count; at++) {
    const user = { domainId, localPart: `writer${at}`, displayName: `Writer ${at}`, password, quotaBytes: 1024 ** 3 };
    const { id: userId, address } = await createUser(ctx, user);
    people.push({ address, userId, tenantId });
  }
  // The worker brings them to the mail server.
  const missing = () => owner.$count(mailUsers, isNull(mailUsers.engineId));
  for (const end = Date.now() + 60_000; (await missing()) > 0; await Bun.sleep(200))
    if (Date.now() > end) throw new Error("the mailboxes are not made");
  return people;
}
export type Person = Awaited<ReturnType<typeof makePeople>>[number];
