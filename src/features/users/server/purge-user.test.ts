import { expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { auditedActions, refusalOf, testMember, testServices } from "~/server/testing";
import { aliases, domains, mailUsers } from "../../../../db/schema";
import { createUser } from "./create-user";
import { purgeUser } from "./purge-user";
import { removeUser } from "./remove-user";
import { renameUser } from "./rename-user";
import { appliedUser, applyNow, gigabyte, tenantWithDomain } from "./testing-users";
import { undeleteUser } from "./undelete-user";

const { services, owner } = await testServices();
const { ctx, viewer, domainId } = await tenantWithDomain(services, "acme.test");
const { accounts } = services.engine.directory;
const rowsOf = (id: string) => owner.select().from(mailUsers).where(eq(mailUsers.id, id));

async function deleted(localPart: string) {
  const user = await appliedUser(services, ctx, domainId, localPart);
  await removeUser(ctx, { userId: user.id });
  await applyNow(services, ctx, user.id);
  return user;
}

test("a user who is deleted for good is gone with all mail, and the address is free", async () => {
  const user = await deleted("ana");
  const { tenantId } = ctx;
  await owner.insert(aliases).values({ tenantId, domainId, mailUserId: user.id, address: "all@acme.test" });
  await owner.update(domains).set({ catchAll: "all@acme.test" }).where(eq(domains.id, domainId));
  await purgeUser(ctx, { userId: user.id });
  expect(await refusalOf(undeleteUser(ctx, { userId: user.id }))).toBe("user.not_found");
  await applyNow(services, ctx, user.id);
  expect(await accounts.find(user.address)).toBeNull();
  expect(await rowsOf(user.id)).toEqual([]);
  const [domain] = await owner.select().from(domains).where(eq(domains.id, domainId));
  expect(domain?.catchAll).toBeNull();
  const again = createUser(ctx, { domainId, localPart: "ana", displayName: "", quotaBytes: gigabyte });
  expect(await refusalOf(again)).toBe("none");
  const acts = await auditedActions(services, ctx.tenantId);
  expect(acts).toEqual(expect.arrayContaining(["user.purge", "user.erase"]));
});

test("nobody is deleted for good who is not deleted, or by who may not", async () => {
  const user = await appliedUser(services, ctx, domainId, "bea");
  const { ctx: stranger } = await testMember(services);
  expect(await refusalOf(purgeUser(ctx, { userId: user.id }))).toBe("user.not_found");
  await removeUser(ctx, { userId: user.id });
  expect(await refusalOf(purgeUser(viewer, { userId: user.id }))).toBe("auth.role_too_low");
  expect(await refusalOf(purgeUser(stranger, { userId: user.id }))).toBe("user.not_found");
  await applyNow(services, ctx, user.id);
  expect(await rowsOf(user.id)).toHaveLength(1);
});

test("no mail is left behind of who was renamed while the mail server was away", async () => {
  const user = await appliedUser(services, ctx, domainId, "cleo");
  await renameUser(ctx, { userId: user.id, localPart: "cleopatra", keepsOld: false });
  await removeUser(ctx, { userId: user.id });
  await purgeUser(ctx, { userId: user.id });
  await applyNow(services, ctx, user.id);
  expect([await accounts.find("cleo@acme.test"), await accounts.find("cleopatra@acme.test")]).toEqual([null, null]);
});
