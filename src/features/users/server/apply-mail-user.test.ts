import { expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { createEngine } from "~/engine/create-engine";
import { EngineError } from "~/engine/engine-error";
import { onEngineApply } from "../../../../jobs/handlers/engine-apply";
import { testMember, testServices } from "~/server/testing";
import { mailUsers } from "../../../../db/schema";
import { createUser } from "./create-user";
import { getUser } from "./get-user";
import { removeUser } from "./remove-user";
import { setQuota } from "./set-quota";
import { appliedUser, applyNow, gigabyte, password, tenantWithDomain } from "./testing-users";

const { services, owner } = await testServices();
const { ctx, domainId } = await tenantWithDomain(services, "acme.test");
const { accounts } = services.engine.directory;
const make = (localPart: string) =>
  createUser(ctx, { domainId, localPart, displayName: "Ana", password, quotaBytes: gigabyte });
const rowOf = async (id: string) => (await owner.select().from(mailUsers).where(eq(mailUsers.id, id)))[0]!;

test("the job makes the account and says so", async () => {
  const user = await make("ana");
  await onEngineApply({ tenantId: ctx.tenantId, kind: "mail_user", id: user.id }, services);
  expect(await getUser(ctx, { userId: user.id })).toMatchObject({ application: "applied", applyError: null });
  const account = await accounts.find(user.address);
  expect(account).toMatchObject({ displayName: "Ana", quotaBytes: gigabyte, blocks: [] });
  expect((await rowOf(user.id)).engineId).toBe(account!.accountId);
});

test("running it again, or twice at once, changes nothing", async () => {
  const user = await appliedUser(services, ctx, domainId, "bea");
  const before = [await accounts.find(user.address), (await rowOf(user.id)).engineId];
  await Promise.all([1, 2].map(() => applyNow(services, ctx, user.id)));
  expect([await accounts.find(user.address), (await rowOf(user.id)).engineId]).toEqual(before);
});

test("an account that somebody deleted in the mail server comes back", async () => {
  const user = await appliedUser(services, ctx, domainId, "cleo");
  await accounts.remove(user.address);
  await applyNow(services, ctx, user.id);
  expect(await accounts.find(user.address)).not.toBeNull();
});

test("a mail server that cannot be reached is shown as the reason, and the next run makes it good", async () => {
  const user = await make("dana");
  const nowhere = createEngine({ baseUrl: "http://127.0.0.1:1", serviceAuth: { bearer: "none" } });
  const failure = await applyNow({ ...services, engine: nowhere }, ctx, user.id).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(EngineError);
  const shown = await getUser(ctx, { userId: user.id });
  expect(shown).toMatchObject({ application: "failed", applyError: "unavailable" });
  await applyNow(services, ctx, user.id);
  expect(await getUser(ctx, { userId: user.id })).toMatchObject({ application: "applied", applyError: null });
});

test("a change that was made while the mail server was at work is applied, too", async () => {
  const user = await make("eve");
  let calls = 0;
  const ensure: typeof accounts.ensure = async (account) => {
    if (calls++ === 0) await setQuota(ctx, { userId: user.id, quotaBytes: 2 * gigabyte });
    return accounts.ensure(account);
  };
  const engine = { ...services.engine, directory: { ...services.engine.directory, accounts: { ...accounts, ensure } } };
  await applyNow({ ...services, engine }, ctx, user.id);
  expect((await accounts.find(user.address))?.quotaBytes).toBe(2 * gigabyte);
  expect(await getUser(ctx, { userId: user.id })).toMatchObject({ application: "applied" });
});

test("a user who was deleted while being created can do nothing in the mail server", async () => {
  const user = await make("finn");
  let calls = 0;
  const ensure: typeof accounts.ensure = async (account) => {
    const made = await accounts.ensure(account);
    if (calls++ === 0) await removeUser(ctx, { userId: user.id });
    return made;
  };
  const engine = { ...services.engine, directory: { ...services.engine.directory, accounts: { ...accounts, ensure } } };
  await applyNow({ ...services, engine }, ctx, user.id);
  expect((await accounts.find(user.address))?.blocks).toEqual(["signIn", "send", "receive"]);
});

test("a job of one tenant cannot apply another tenant's user", async () => {
  const user = await make("gil");
  const { ctx: stranger } = await testMember(services);
  await applyNow(services, stranger, user.id);
  expect(await accounts.find(user.address)).toBeNull();
});
