import { expect, test } from "bun:test";
import { testServices } from "~/server/testing";
import { applyMailUser } from "./apply-mail-user";
import { createUser } from "./create-user";
import { renameUser } from "./rename-user";
import { appliedUser, applyNow, gigabyte, tenantWithDomain } from "./testing-users";

const { services } = await testServices();
const { ctx, domainId } = await tenantWithDomain(services, "moved.test");
const accountOf = (address: string) => services.engine.directory.accounts.find(address);

test("who gets an address that somebody has just given up never gets that person's mailbox", async () => {
  const ana = await appliedUser(services, ctx, domainId, "ana");
  const before = await accountOf("ana@moved.test");
  await renameUser(ctx, { userId: ana.id, localPart: "anna", keepsOld: false });
  const form = { domainId, localPart: "ana", displayName: "Another Ana", quotaBytes: gigabyte };
  const other = await createUser(ctx, form);
  // The mail server does not know of the new name yet: the account that it has under the address is still the first one's.
  expect(await applyNow(services, ctx, other.id).catch((error: Error) => error.message)).toContain("conflict");
  expect(await accountOf("ana@moved.test")).toMatchObject({ accountId: before!.accountId, displayName: "Ana" });
  await applyNow(services, ctx, ana.id);
  await applyMailUser(ctx, { userId: other.id });
  expect((await accountOf("anna@moved.test"))!.accountId).toBe(before!.accountId);
  expect((await accountOf("ana@moved.test"))!.accountId).not.toBe(before!.accountId);
});
