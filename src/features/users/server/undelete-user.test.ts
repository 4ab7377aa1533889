import { expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { signInMailbox } from "~/features/webmail/server/sign-in-mailbox";
import { auditedActions, refusalOf, testMember, testServices } from "~/server/testing";
import { testBrowser } from "~/server/testing-browser";
import { aliases, mailUsers, tenants } from "../../../../db/schema";
import { createUser } from "./create-user";
import { getUser } from "./get-user";
import { removeUser } from "./remove-user";
import { suspendUser } from "./suspend-user";
import { appliedUser, applyNow, gigabyte, password, tenantWithDomain } from "./testing-users";
import { undeleteUser } from "./undelete-user";

const { services, owner } = await testServices();
const { ctx, viewer, domainId } = await tenantWithDomain(services, "acme.test");
const { accounts } = services.engine.directory;
const day = 86_400_000;

async function deleted(localPart: string) {
  const user = await appliedUser(services, ctx, domainId, localPart);
  await removeUser(ctx, { userId: user.id });
  await applyNow(services, ctx, user.id);
  return user;
}

test("a deleted user comes back with the same account, password and aliases", async () => {
  const user = await appliedUser(services, ctx, domainId, "ana");
  const { tenantId } = ctx;
  await owner.insert(aliases).values({ tenantId, domainId, mailUserId: user.id, address: "sales@acme.test" });
  const before = await accounts.find(user.address);
  await removeUser(ctx, { userId: user.id });
  await applyNow(services, ctx, user.id);
  expect(await undeleteUser(ctx, { userId: user.id })).toMatchObject({ state: "active", deletedAt: null });
  await applyNow(services, ctx, user.id);
  const after = await accounts.find(user.address);
  expect(after?.accountId).toBe(before!.accountId);
  expect(after?.blocks).toEqual([]);
  expect(after?.aliases).toContain("sales@acme.test");
  const signIn = testBrowser(services).visit((as) => signInMailbox(as, { address: user.address, password }));
  expect(await refusalOf(signIn)).toBe("none");
  expect(await auditedActions(services, tenantId)).toContain("user.undelete");
});

test("whoever was suspended is so afterwards, and in the same way", async () => {
  const user = await appliedUser(services, ctx, domainId, "bea");
  await suspendUser(ctx, { userId: user.id, blocks: ["send"] });
  await removeUser(ctx, { userId: user.id });
  const back = await undeleteUser(ctx, { userId: user.id });
  expect(back).toMatchObject({
    ...{ state: "suspended", restrictions: { signIn: true, send: false, receive: true } },
  });
});

test("for thirty days, and no longer", async () => {
  const user = await deleted("cleo");
  const at = (days: number) => ({ ...ctx, now: () => new Date(Date.now() + days * day) });
  expect(await refusalOf(undeleteUser(at(30.01), { userId: user.id }))).toBe("user.not_found");
  expect(await refusalOf(undeleteUser(at(29.9), { userId: user.id }))).toBe("none");
});

test("a deleted user takes no seat, and needs one to come back", async () => {
  const full = await tenantWithDomain(services, "full.test");
  await owner.update(tenants).set({ maxMailUsers: 1 }).where(eq(tenants.id, full.ctx.tenantId));
  const user = await appliedUser(services, full.ctx, full.domainId, "ana");
  await removeUser(full.ctx, { userId: user.id });
  const form = { domainId: full.domainId, displayName: "", quotaBytes: gigabyte };
  await createUser(full.ctx, { ...form, localPart: "bo" });
  expect(await refusalOf(undeleteUser(full.ctx, { userId: user.id }))).toBe("tenant.limit_reached");
});

test("only a deleted user can be brought back, by those who may, in their tenant", async () => {
  const user = await deleted("dana");
  const { ctx: stranger } = await testMember(services);
  expect(await refusalOf(undeleteUser(viewer, { userId: user.id }))).toBe("auth.role_too_low");
  expect(await refusalOf(undeleteUser(stranger, { userId: user.id }))).toBe("user.not_found");
  expect(await refusalOf(getUser(ctx, { userId: user.id }))).toBe("user.not_found");
  await undeleteUser(ctx, { userId: user.id });
  expect(await refusalOf(undeleteUser(ctx, { userId: user.id }))).toBe("user.not_found");
  expect((await owner.select().from(mailUsers).where(eq(mailUsers.id, user.id)))[0]?.state).toBe("active");
});
