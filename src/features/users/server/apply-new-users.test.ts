import { expect, setDefaultTimeout, test } from "bun:test";
import { and, eq, like } from "drizzle-orm";
import { EngineError } from "~/engine/engine-error";
import { systemContext } from "~/server/context";
import { testServices } from "~/server/testing";
import { jobs, mailUsers, tenants } from "../../../../db/schema";
import { applyNewUsers } from "./apply-new-users";
import { importText } from "./imports/testing-imports";
import { gigabyte, tenantWithDomain } from "./testing-users";

setDefaultTimeout(60_000);

const { services, owner } = await testServices();
const { ctx } = await tenantWithDomain(services, "acme.test");
const job = systemContext(services, { job: "engine.apply.new" }, ctx.tenantId);
const { accounts } = services.engine.directory;
await owner.update(tenants).set({ maxMailUsers: 10_000, maxStorageBytes: 2 ** 50 });
const bring = (mark: string, amount: number) => {
  const lines = Array.from(
    { length: amount },
    (_, at) => `${mark}${at}@acme.test,alias.${mark}${at}@acme.test,suspended`,
  );
  return importText(services, ctx, `address,aliases,status\n${lines.join("\n")}\n`, { quotaBytes: gigabyte });
};
const unapplied = (mark: string) =>
  owner.$count(mailUsers, and(like(mailUsers.address, `${mark}%`), eq(mailUsers.appliedRevision, 0)));
const waiting = () => owner.$count(jobs, and(eq(jobs.name, "engine.apply"), eq(jobs.state, "pending")));

test("users of an import reach the mail server together, with their aliases and what they are kept from", async () => {
  await bring("many", 450);
  await owner.delete(jobs).where(eq(jobs.name, "domain.digest"));
  const jobsBefore = await waiting();
  await applyNewUsers(job);
  expect(await unapplied("many")).toBe(0);
  expect(jobsBefore - (await waiting())).toBe(450);
  expect(await accounts.find("many449@acme.test")).toMatchObject({
    ...{ quotaBytes: gigabyte, blocks: ["signIn", "send"], aliases: ["alias.many449@acme.test"] },
  });
});

test("one that is there already is left to its own job, which is due at once", async () => {
  await bring("left", 3);
  const [user] = await owner.select().from(mailUsers).where(eq(mailUsers.address, "left1@acme.test"));
  const { displayName, quotaBytes, passwordHash } = user!;
  await accounts.ensure({ address: "left1@acme.test", displayName, quotaBytes, passwordHash, blocks: [] });
  await applyNewUsers(job);
  expect(await unapplied("left")).toBe(1);
  const [own] = await owner.select().from(jobs).where(eq(jobs.key, user!.id));
  expect(own!.runAt.getTime()).toBeLessThanOrEqual(Date.now());
});

test("while the mail server is away nothing is lost: each user still has a job", async () => {
  const before = await waiting();
  await bring("away", 3);
  const away = { ...accounts, createMany: () => Promise.reject(new EngineError("unavailable", "it is away")) };
  const engine = { ...services.engine, directory: { ...services.engine.directory, accounts: away } };
  await expect(applyNewUsers({ ...job, engine })).rejects.toThrow("it is away");
  expect([await unapplied("away"), (await waiting()) - before]).toEqual([3, 3]);
});

test("two workers at once share the work: none of them asks for a user of the other", async () => {
  await owner.delete(jobs);
  await bring("both", 420);
  const asked: string[] = [];
  const counted: typeof accounts.createMany = (some) => {
    asked.push(...some.map(({ address }) => address));
    return accounts.createMany(some);
  };
  const directory = { ...services.engine.directory, accounts: { ...accounts, createMany: counted } };
  const engine = { ...services.engine, directory };
  await Promise.all([applyNewUsers({ ...job, engine }), applyNewUsers({ ...job, engine })]);
  expect([asked.length, new Set(asked).size, await unapplied("both")]).toEqual([420, 420, 0]);
});
