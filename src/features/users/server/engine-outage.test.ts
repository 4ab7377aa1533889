import { afterAll, expect, test } from "bun:test";
import { eq, sql } from "drizzle-orm";
import { claimJobs, failJob, finishJob } from "../../../../jobs/claim";
import { type JobPayload } from "../../../../jobs/definitions";
import { onEngineApply } from "../../../../jobs/handlers/engine-apply";
import { reconcile } from "~/server/reconcile";
import { sweepUnapplied } from "~/server/sweep-unapplied";
import { testServices } from "~/server/testing";
import { jobs } from "../../../../db/schema";
import { createUser } from "./create-user";
import { getUser } from "./get-user";
import { removeUser } from "./remove-user";
import { renameUser } from "./rename-user";
import { suspendUser } from "./suspend-user";
import { faultyEngine } from "./testing-faulty-engine";
import { appliedUser, gigabyte, tenantWithDomain } from "./testing-users";

const { services, owner, engineUrl, engineAuth } = await testServices();
const { ctx: member, domainId } = await tenantWithDomain(services, "acme.test");
let isDown = false;
const hop = await faultyEngine({ url: engineUrl, auth: engineAuth }, () => (isDown ? "down" : "none"));
afterAll(hop.stop);
const away = { ...services, engine: hop.engine };
const ctx = { ...member, engine: hop.engine };
const ana = await appliedUser(services, member, domainId, "ana");
const bo = await appliedUser(services, member, domainId, "bo");
const cleo = await appliedUser(services, member, domainId, "cleo");
await owner.delete(jobs);

/** What workers do when every pause between two attempts is over. */
async function workOn(): Promise<void> {
  await owner
    .update(jobs)
    .set({ runAt: sql`now()` })
    .where(eq(jobs.state, "pending"));
  for (const job of await claimJobs(services.db, 100, { only: ["engine.apply"] }))
    await onEngineApply(job.payload as JobPayload<"engine.apply">, away).then(
      () => finishJob(services.db, job),
      (error: Error) => failJob(services.db, job, error.message),
    );
}
const applicationOf = async (userId: string) => {
  const { application, applyError } = await getUser(ctx, { userId });
  return [application, applyError];
};

test("while the mail server is away the panel goes on, and says of each change that it waits and why", async () => {
  isDown = true;
  const form = { domainId, localPart: "dana", displayName: "Dana", quotaBytes: gigabyte };
  const dana = await createUser(ctx, form);
  expect(dana.application).toBe("pending");
  expect(await suspendUser(ctx, { userId: ana.id })).toMatchObject({ state: "suspended", application: "pending" });
  expect(await renameUser(ctx, { userId: bo.id, localPart: "boris" })).toMatchObject({ address: "boris@acme.test" });
  await removeUser(ctx, { userId: cleo.id });
  await workOn();
  for (const { id } of [ana, bo, dana]) expect(await applicationOf(id)).toEqual(["failed", "unavailable"]);
});

test("each attempt waits longer than the one before, up to ten minutes, and after the last one the sweep asks anew", async () => {
  const pauses: number[] = [];
  for (let attempt = 2; attempt < 12; attempt++) {
    await workOn();
    const [job] = await owner.select().from(jobs).where(eq(jobs.key, ana.id));
    pauses.push(job!.runAt.getTime() - Date.now());
    expect(await sweepUnapplied(services)).toBe(0);
  }
  expect(pauses.at(-1)).toBeGreaterThan(pauses[0]! * 10);
  expect(Math.max(...pauses)).toBeLessThan(15 * 60_000);
  await workOn();
  const states = await owner.select({ state: jobs.state }).from(jobs);
  expect(new Set(states.map(({ state }) => state))).toEqual(new Set(["dead"]));
  expect(await sweepUnapplied(services)).toBe(4);
});

test("when it is back everything catches up by itself", async () => {
  isDown = false;
  await workOn();
  for (const { id } of [ana, bo]) expect(await applicationOf(id)).toEqual(["applied", null]);
  expect(Object.entries(await reconcile(services)).filter(([, names]) => names.length > 0)).toEqual([]);
  expect(await sweepUnapplied(services)).toBe(0);
  const { accounts } = services.engine.directory;
  expect((await accounts.find("ana@acme.test"))?.blocks).toEqual(["signIn", "send"]);
  expect((await accounts.find("boris@acme.test"))?.aliases).toContain("bo@acme.test");
  expect((await accounts.find("cleo@acme.test"))?.blocks).toEqual(["signIn", "send", "receive"]);
  expect(await accounts.find("dana@acme.test")).not.toBeNull();
});
