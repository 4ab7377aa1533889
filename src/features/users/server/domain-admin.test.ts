import { expect, test } from "bun:test";
import { addDomain } from "~/features/domains/server/add-domain";
import { checkDomain } from "~/features/domains/server/check-domain";
import { getDomain } from "~/features/domains/server/get-domain";
import { listDomains } from "~/features/domains/server/list-domains";
import { publishInTrial } from "~/features/domains/server/publish-in-trial";
import { removeDomain } from "~/features/domains/server/remove-domain";
import { activeDomain } from "~/features/domains/server/testing-domains";
import type { Ctx } from "~/server/context";
import { joinTenant, refusalOf, testServices } from "~/server/testing";
import { ListUsers } from "../schema";
import { createUser } from "./create-user";
import { getUser } from "./get-user";
import { listUsers } from "./list-users";
import { purgeUser } from "./purge-user";
import { removeUser } from "./remove-user";
import { renameUser } from "./rename-user";
import { resumeUser } from "./resume-user";
import { retryUser } from "./retry-user";
import { setPassword } from "./set-password";
import { setQuota } from "./set-quota";
import { suspendUser } from "./suspend-user";
import { applyNow, gigabyte, password, tenantWithDomain } from "./testing-users";
import { undeleteUser } from "./undelete-user";

const { services } = await testServices();
const { ctx: owner, domainId: ours } = await tenantWithDomain(services, "ours.test");
const { id: others } = await activeDomain(services, owner, "others.test");
const { ctx: keeper } = await joinTenant(services, owner.tenantId, "domain_admin", [ours]);
/** A program with a token of the tenant that is held to one domain. */
const program: Ctx = {
  ...owner,
  actor: {
    ...{ kind: "token", tokenId: Bun.randomUUIDv7(), name: "sync", role: "admin" },
    ...{ scopes: ["users:write", "domains:write"], domainIds: [ours] },
  },
};

const form = (domainId: string, localPart: string) => ({
  ...{ domainId, localPart, displayName: "", password, quotaBytes: gigabyte },
});
const ana = await createUser(owner, form(ours, "ana"));
const ben = await createUser(owner, form(others, "ben"));
const nobody = Bun.randomUUIDv7();

test.each([
  ["a domain admin", keeper],
  ["an API token held to a domain", program],
])("V8.2.2 %s sees the users of that domain alone, in lists, searches and counts", async (_, ctx) => {
  const list = (input: object) => listUsers(ctx, ListUsers.parse(input));
  const all = await list({});
  expect(all.users.map(({ address }) => address)).toEqual(["ana@ours.test"]);
  expect(all.seats).toEqual({ used: 1, max: 249 });
  expect((await list({ domainId: others })).users).toEqual([]);
  expect((await list({ search: "ben" })).users).toEqual([]);
  expect((await listDomains(ctx, { limit: 50 })).domains.map(({ name }) => name)).toEqual(["ours.test"]);
  expect((await getDomain(ctx, { domainId: ours })).name).toBe("ours.test");
});

test.each([
  ["a domain admin", keeper],
  ["an API token held to a domain", program],
])("V8.4.1 %s gets the same answer for what is out of reach as for what does not exist", async (_, ctx) => {
  const onUser = (userId: string) =>
    Promise.all([
      refusalOf(getUser(ctx, { userId })),
      refusalOf(setPassword(ctx, { userId, password: "another long walk at dawn" })),
      refusalOf(setQuota(ctx, { userId, quotaBytes: 2 * gigabyte })),
      refusalOf(suspendUser(ctx, { userId })),
      refusalOf(resumeUser(ctx, { userId })),
      refusalOf(removeUser(ctx, { userId })),
      refusalOf(renameUser(ctx, { userId, localPart: "taken-over", domainId: ours })),
      refusalOf(undeleteUser(ctx, { userId })),
      refusalOf(purgeUser(ctx, { userId })),
      refusalOf(retryUser(ctx, { userId })),
    ]);
  const onDomain = (domainId: string) =>
    Promise.all([refusalOf(getDomain(ctx, { domainId })), refusalOf(createUser(ctx, form(domainId, "eve")))]);
  expect([...new Set(await onUser(ben.id))]).toEqual(["user.not_found"]);
  expect(await onUser(ben.id)).toEqual(await onUser(nobody));
  expect(await onDomain(others)).toEqual(["domain.not_found", "domain.not_found"]);
  expect(await onDomain(others)).toEqual(await onDomain(nobody));
  expect(await getUser(owner, { userId: ben.id })).toMatchObject({ state: "active", quotaBytes: gigabyte });
});

test("a domain admin creates, changes and deletes users of their domain", async () => {
  const { id: userId } = await createUser(keeper, form(ours, "cleo"));
  expect(await suspendUser(keeper, { userId })).toMatchObject({ state: "suspended" });
  expect(await resumeUser(keeper, { userId })).toMatchObject({ state: "active" });
  expect(await setQuota(keeper, { userId, quotaBytes: 2 * gigabyte })).toMatchObject({ quotaBytes: 2 * gigabyte });
  expect(await setPassword(keeper, { userId, password: "another long walk at dawn" })).toMatchObject({ id: userId });
  await applyNow(services, owner, userId);
  expect(await refusalOf(renameUser(keeper, { userId, localPart: "cleo", domainId: others }))).toBe("domain.not_found");
  expect(await renameUser(keeper, { userId, localPart: "cleopatra" })).toMatchObject({ domainId: ours });
  await removeUser(keeper, { userId });
  expect(await refusalOf(getUser(keeper, { userId }))).toBe("user.not_found");
  expect(await undeleteUser(keeper, { userId })).toMatchObject({ address: "cleopatra@ours.test" });
});

test("V8.2.1 a domain admin changes no domain, not even their own", async () => {
  const domainId = ours;
  const attempts = [
    addDomain(keeper, { name: "more.test" }),
    checkDomain(keeper, { domainId }),
    publishInTrial(keeper, { domainId }),
    removeDomain(keeper, { domainId }),
  ];
  expect(await Promise.all(attempts.map(refusalOf))).toEqual(Array(4).fill("auth.role_too_low"));
});

test("an API token held to some domains adds none and touches no other", async () => {
  expect(await refusalOf(addDomain(program, { name: "more.test" }))).toBe("auth.scope_missing");
  for (const act of [checkDomain, publishInTrial, removeDomain])
    expect([act.name, await refusalOf(act(program, { domainId: others }))]).toEqual([act.name, "domain.not_found"]);
  expect(await getUser(program, { userId: ana.id })).toMatchObject({ address: "ana@ours.test" });
});
