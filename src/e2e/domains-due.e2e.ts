import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import { handlers } from "../../jobs/handlers";
import { startSchedule } from "../../jobs/schedule";
import { startWorker } from "../../jobs/start-worker";
import { dkimKeys, domains, jobs, mailUsers } from "../../db/schema";
import { addDomain } from "../features/domains/server/add-domain";
import { publishInTrial } from "../features/domains/server/publish-in-trial";
import { activeDomain } from "../features/domains/server/testing-domains";
import { createUser } from "../features/users/server/create-user";
import { gigabyte, password } from "../features/users/server/testing-users";
import { eventually } from "../lib/testing-eventually";
import { testMember, testServices } from "../server/testing";

setDefaultTimeout(120_000);

const world = await testServices();
const services = { ...world.services, rateLimit: async () => {} };
const { owner } = world;
const tenantCount = 100;
const perTenant = 100;
const median = (all: number[]) => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)]!;

let stops: (() => Promise<unknown>)[] = [];
beforeAll(async () => {
  for (let tenant = 0; tenant < tenantCount; tenant++) await insertDomains(tenant);
  const worker = await startWorker(services, handlers);
  const schedule = await startSchedule(services.db, services.log);
  stops = [() => schedule.stop(), () => worker.stop()];
});
afterAll(async () => {
  for (const stop of stops) await stop();
});

/** Domains that work and whose next look is overdue. */
async function insertDomains(serial: number): Promise<void> {
  const { ctx } = await testMember(services);
  const [provenAt, nextCheckAt] = [new Date(), new Date(Date.now() - 60_000)];
  const rows = Array.from({ length: perTenant }, (_, at) => ({
    ...{ id: Bun.randomUUIDv7(), tenantId: ctx.tenantId, name: `due-${serial}-${at}.test`, proofToken: "0".repeat(32) },
    ...{ state: "active" as const, provenAt, nextCheckAt, revision: 1, appliedRevision: 1 },
  }));
  await owner.insert(domains).values(rows);
  const key = {
    selector: "dm1",
    algorithm: "rsa-sha256",
    stage: "active",
    publicKey: "MAo=",
    sealedPrivateKey: "-",
  } as const;
  await owner.insert(dkimKeys).values(rows.map(({ id, tenantId }) => ({ tenantId, domainId: id, ...key })));
}

const lookedAt = async () => owner.$count(jobs, eq(jobs.state, "done"));

test("while ten thousand domains are due at once, a new mailbox is in the mail server within five seconds", async () => {
  const { ctx } = await testMember(services);
  const { id: domainId } = await activeDomain(services, ctx, "busy.test");
  await eventually(lookedAt, (count) => count > 50);
  const taken: number[] = [];
  for (let serial = 0; serial < 5; serial++) {
    const form = { domainId, localPart: `ana-${serial}`, displayName: "Ana", password, quotaBytes: gigabyte };
    const since = performance.now();
    const { id } = await createUser(ctx, form);
    await eventually(
      async () => (await owner.select().from(mailUsers).where(eq(mailUsers.id, id)))[0],
      (user) => user !== undefined && user.appliedRevision >= user.revision,
    );
    taken.push(performance.now() - since);
  }
  console.log(`in the mail server after ${taken.map((ms) => Math.round(ms)).join(", ")} ms`);
  expect(median(taken)).toBeLessThan(5000);
});

test("and a domain that somebody sets up meanwhile does not wait for them", async () => {
  const { ctx } = await testMember(services);
  const taken: number[] = [];
  for (let serial = 0; serial < 5; serial++) {
    const since = performance.now();
    const { id: domainId } = await addDomain(ctx, { name: `meanwhile-${serial}.test` });
    await publishInTrial(ctx, { domainId });
    await eventually(
      async () => (await owner.select().from(domains).where(eq(domains.id, domainId)))[0],
      (domain) => domain?.state === "active",
    );
    taken.push(performance.now() - since);
  }
  const due = await owner.$count(domains, eq(domains.name, domains.name));
  console.log(
    `active after ${taken.map((ms) => Math.round(ms)).join(", ")} ms; ${await lookedAt()} jobs done of ${due}`,
  );
  expect(median(taken)).toBeLessThan(5000);
});
