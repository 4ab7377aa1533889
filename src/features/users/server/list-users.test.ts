import { expect, test } from "bun:test";
import { auditedActions, refusalOf, testMember, testServices } from "~/server/testing";
import { activeDomain } from "~/features/domains/server/testing-domains";
import { mailUsers } from "../../../../db/schema";
import { ListUsers } from "../schema";
import { listUsers } from "./list-users";
import { removeUser } from "./remove-user";
import { gigabyte, tenantWithDomain } from "./testing-users";

const { services, owner } = await testServices();
const { ctx, viewer, domainId } = await tenantWithDomain(services, "acme.test");
const { id: otherDomain } = await activeDomain(services, ctx, "acme-two.test");
const { ctx: stranger } = await testMember(services);

const names = Array.from({ length: 25 }, (_, i) => `user${String(i).padStart(2, "0")}`);
for (const [at, name] of names.entries())
  await owner.insert(mailUsers).values({
    ...{ tenantId: ctx.tenantId, domainId, localPart: name, address: `${name}@acme.test`, displayName: `Person ${at}` },
    ...{ passwordHash: "-", quotaBytes: gigabyte },
  });
await owner.insert(mailUsers).values({
  ...{ tenantId: ctx.tenantId, domainId: otherDomain, localPart: "under_score", address: "under_score@acme-two.test" },
  ...{ displayName: "100% Ana", passwordHash: "-", quotaBytes: gigabyte },
});

const list = (input: object = {}) => listUsers(viewer, ListUsers.parse(input));
const localParts = async (input: object) => (await list(input)).users.map(({ address }) => address.split("@")[0]);

test("paging shows every user once, newest first", async () => {
  const seen: string[] = [];
  for (let after: string | undefined; ;) {
    const page = await list({ after, limit: 10 });
    seen.push(...page.users.map(({ address }) => address));
    if (!page.next) break;
    after = page.next;
  }
  expect(seen).toEqual(["under_score@acme-two.test", ...names.toReversed().map((name) => `${name}@acme.test`)]);
});

test("a domain's users can be looked at alone", async () => {
  expect(await localParts({ domainId: otherDomain })).toEqual(["under_score"]);
});

test("searching finds parts of addresses and names, in any case, and takes signs as they are", async () => {
  expect(await localParts({ search: "ER07" })).toEqual(["user07"]);
  expect(await localParts({ search: "person 24" })).toEqual(["user24"]);
  expect(await localParts({ search: "_" })).toEqual(["under_score"]);
  expect(await localParts({ search: "100%" })).toEqual(["under_score"]);
  expect(await localParts({ search: "%" })).toEqual(["under_score"]);
  expect(await localParts({ search: `'";--\\` })).toEqual([]);
});

test("how many seats of the plan are taken is told, whatever is searched for", async () => {
  expect((await list({ search: "nobody" })).seats).toEqual({ used: 26, max: 250 });
});

test("a deleted user is not listed and takes no seat", async () => {
  const [user] = (await list({ search: "user00" })).users;
  await removeUser(ctx, { userId: user!.id });
  expect(await localParts({ search: "user00" })).toEqual([]);
  expect((await list()).seats.used).toBe(25);
});

test("another tenant sees none of them, not even by the domain's id", async () => {
  const page = await listUsers(stranger, ListUsers.parse({ domainId }));
  expect(page).toMatchObject({ users: [], seats: { used: 0 } });
  expect(await auditedActions(services, stranger.tenantId)).toEqual([]);
});

test("a mailbox user may not list them", async () => {
  const actor = { kind: "mailbox", mailUserId: "x", address: "x", sessionId: "x" } as const;
  expect(await refusalOf(listUsers({ ...ctx, actor }, ListUsers.parse({})))).toBe("auth.role_too_low");
});

test.each([
  "x",
  "'; drop table mail_users",
  "00000000-0000-0000-0000-000000000000 now()",
  "00000000-0000-0000-0000-000000000000 9999-99-99 99:99:99+00",
  "00000000-0000-0000-0000-000000000000 99999999999999999",
  "------------------------------------ 1",
])("%p is not taken for a place in the list", async (after) =>
  expect(await refusalOf(list({ after }))).toBe("request.invalid"),
);
