import { beforeAll, describe, expect, test } from "bun:test";
import { sql } from "drizzle-orm";
import { mailUsers, webhookDeliveries, webhooks } from "../../../../db/schema";
import { tablesReadWhole } from "../../../../db/testing-plan";
import { inScope } from "../../../../db/transaction";
import { onEmailQuotaSync } from "../../../../jobs/handlers/email-quota-sync";
import { testServices } from "~/server/testing";
import { getUser } from "./get-user";
import { nextBatch, syncQuota } from "./sync-quota";
import { appliedUser, tenantWithDomain } from "./testing-users";

const { services, owner } = await testServices();
const ours = await tenantWithDomain(services, "ours.test");
const theirs = await tenantWithDomain(services, "theirs.test");
const ana = await appliedUser(services, ours.ctx, ours.domainId, "ana");
const bea = await appliedUser(services, theirs.ctx, theirs.domainId, "bea");

/** The engine's figures, as if mail had come. */
const reporting = (used: Map<string, number>) => {
  const { directory } = services.engine;
  const usage = async () => used;
  return {
    ...services,
    engine: { ...services.engine, directory: { ...directory, accounts: { ...directory.accounts, usage } } },
  };
};
const accountOf = async (address: string) => (await services.engine.directory.accounts.find(address))!.accountId;

test("what each mailbox holds is read into the panel, for every tenant", async () => {
  const used = new Map([
    [await accountOf(ana.address), 4_294_967_296],
    [await accountOf(bea.address), 1234],
  ]);
  expect(await syncQuota(reporting(used))).toBe(2);
  expect((await getUser(ours.ctx, { userId: ana.id })).usedBytes).toBe(4_294_967_296);
  expect((await getUser(theirs.ctx, { userId: bea.id })).usedBytes).toBe(1234);
});

test("a mailbox that the mail server does not know keeps its last figure", async () => {
  await syncQuota(reporting(new Map([[await accountOf(bea.address), 99]])));
  expect((await getUser(ours.ctx, { userId: ana.id })).usedBytes).toBe(4_294_967_296);
});

test("open pages hear of figures that moved, and of no others", async () => {
  const heard: string[] = [];
  const events = { ...services.events, publish: ({ tenantId }: { tenantId: string }) => void heard.push(tenantId) };
  const used = new Map([[await accountOf(bea.address), 100]]);
  await syncQuota({ ...reporting(used), events });
  await syncQuota({ ...reporting(used), events });
  expect(heard).toEqual([theirs.ctx.tenantId]);
});

test("a webhook hears once that a mailbox has grown over a threshold", async () => {
  const { tenantId } = theirs.ctx;
  const hook = { tenantId, url: "https://hooks.example.org/", events: ["user.quota"], sealedSecret: "-" };
  await owner.insert(webhooks).values(hook);
  for (const share of [0.85, 0.86, 1.01])
    await syncQuota(reporting(new Map([[await accountOf(bea.address), Math.round(bea.quotaBytes * share)]])));
  const told = await owner.select({ payload: webhookDeliveries.payload }).from(webhookDeliveries);
  const percents = told.map(({ payload }) => (payload as { data: { percent: number } }).data.percent);
  expect(percents).toEqual([80, 100]);
});

test("the job asks the real mail server", async () => {
  await onEmailQuotaSync({}, services);
  expect((await getUser(theirs.ctx, { userId: bea.id })).usedBytes).toBe(0);
});

describe("with many mailboxes", () => {
  const count = 20_000;
  beforeAll(async () => {
    const { ctx, domainId } = ours;
    await owner.execute(sql`insert into mail_users
        (id, tenant_id, domain_id, local_part, address, password_hash, quota_bytes, engine_id, revision, applied_revision)
      select uuidv7(), ${ctx.tenantId}, ${domainId}, 'u' || n, 'u' || n || '@ours.test', '-', 1, 'e' || n, 1, 1
      from generate_series(1, ${count}) n`);
    await owner.execute(sql`analyze mail_users`);
  });

  test("the mail server is asked for at most 500 at a time, and for each of them once", async () => {
    const asked: string[][] = [];
    const { directory } = services.engine;
    const usage = async (ids: string[]) => (asked.push(ids), new Map<string, number>());
    const accounts = { ...directory.accounts, usage };
    await syncQuota({ ...services, engine: { ...services.engine, directory: { ...directory, accounts } } });
    expect(Math.max(...asked.map((ids) => ids.length))).toBe(500);
    expect(asked.flat()).toHaveLength(count + 2);
    expect(new Set(asked.flat()).size).toBe(count + 2);
  });

  test("no page of them is found by reading all of them", async () => {
    const [middle] = await owner
      .select({ id: mailUsers.id })
      .from(mailUsers)
      .orderBy(mailUsers.id)
      .offset(count / 2)
      .limit(1);
    const whole = inScope(services.db, { sweep: true }, (tx) => tablesReadWhole(tx, nextBatch(tx, middle!.id)));
    expect(await whole).toEqual([]);
  });
});
