import { expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { refusalOf, testServices } from "~/server/testing";
import { mailUsers } from "../../../../db/schema";
import { createUser } from "./create-user";
import { renameUser } from "./rename-user";
import { appliedUser, applyNow, gigabyte, tenantWithDomain } from "./testing-users";

const { services, owner } = await testServices();
const { ctx, domainId } = await tenantWithDomain(services, "acme.test");
const { accounts } = services.engine.directory;
const accountOf = async (address: string) => (await accounts.find(address))?.accountId;
const attempt = (id: string) => refusalOf(applyNow(services, ctx, id));

test("two who swap their addresses both get there, each with their own mail", async () => {
  const ana = await appliedUser(services, ctx, domainId, "ana");
  const bo = await appliedUser(services, ctx, domainId, "bo");
  const [anas, bos] = [await accountOf(ana.address), await accountOf(bo.address)];
  const rename = (userId: string, localPart: string) => renameUser(ctx, { userId, localPart, keepsOld: false });
  await rename(ana.id, "between");
  await rename(bo.id, "ana");
  await rename(ana.id, "bo");
  const outcomes = [await attempt(ana.id), await attempt(bo.id), await attempt(ana.id), await attempt(bo.id)];
  expect(outcomes).toEqual(["engine.unavailable", "engine.unavailable", "none", "none"]);
  expect([await accountOf("bo@acme.test"), await accountOf("ana@acme.test")]).toEqual([anas, bos]);
});

test("whoever waits alone, for an address that only the mail server knows of, keeps what they have", async () => {
  const cleo = await appliedUser(services, ctx, domainId, "cleo");
  const stray = { address: "stray@acme.test", displayName: "", quotaBytes: 1, blocks: [] };
  const [row] = await owner.select().from(mailUsers).where(eq(mailUsers.id, cleo.id));
  await accounts.ensure({ ...stray, passwordHash: row!.passwordHash });
  await renameUser(ctx, { userId: cleo.id, localPart: "stray" });
  expect([await attempt(cleo.id), await attempt(cleo.id)]).toEqual(["engine.unavailable", "engine.unavailable"]);
  expect(await accountOf(cleo.address)).toBe(row!.engineId!);
});

test("a mailbox that is still being made is not renamed: it could be lost in the mail server", async () => {
  const dora = await createUser(ctx, { domainId, localPart: "dora", displayName: "", quotaBytes: gigabyte });
  const early = renameUser(ctx, { userId: dora.id, localPart: "dorothea" });
  expect(await refusalOf(early)).toBe("engine.unavailable");
  await applyNow(services, ctx, dora.id);
  expect(await refusalOf(renameUser(ctx, { userId: dora.id, localPart: "dorothea" }))).toBe("none");
});
