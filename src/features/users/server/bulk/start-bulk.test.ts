import { expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { mailUsers, runs } from "../../../../../db/schema";
import { activeDomain } from "~/features/domains/server/testing-domains";
import { mailedTo } from "~/features/auth/server/testing-mailed";
import { auditedActions, joinTenant, refusalOf, testMember, testServices } from "~/server/testing";
import { StartBulk } from "../../schema/bulk";
import { inviteUser } from "../access/invite-user";
import { createUser } from "../create-user";
import { begin, insertUsers, workNow } from "../runs/testing-runs";
import { gigabyte, tenantWithDomain } from "../testing-users";
import { startBulk } from "./start-bulk";

const { services, owner } = await testServices();
const { ctx, viewer, domainId } = await tenantWithDomain(services, "bulk.test");
const { id: otherDomain } = await activeDomain(services, ctx, "other.test");
const { tenantId } = ctx;
const ids = await insertUsers(owner, { tenantId, domainId, domain: "bulk.test", count: 6 });
const elsewhere = await insertUsers(owner, { tenantId, domainId: otherDomain, domain: "other.test", count: 2 });
const start = (input: object, by = ctx) => startBulk(by, StartBulk.parse({ expected: 100, ...input }));
const find = async (id: string) => (await owner.select().from(mailUsers).where(eq(mailUsers.id, id)))[0]!;

test("everybody who matches a filter is meant, and nobody else", async () => {
  const run = await start({ action: "suspend", filter: { domainId }, blocks: ["send"] });
  expect(run).toMatchObject({ kind: "bulk", action: "suspend", total: 6 });
  await workNow(ctx, services, run.id);
  expect(await find(ids[5]!)).toMatchObject({ state: "suspended", maySend: false, maySignIn: true });
  expect(await find(elsewhere[0]!)).toMatchObject({ state: "active" });
  expect(await auditedActions(services, tenantId)).toContain("user.bulk_start");
});

test("when more people match than were named, nothing is done", async () => {
  const attempt = start({ action: "remove", filter: {}, expected: 5 });
  expect(await refusalOf(attempt)).toBe("bulk.grown");
  expect((await attempt.catch((error: unknown) => error)) as object).toMatchObject({ details: { max: 8 } });
  expect(await find(ids[0]!)).not.toMatchObject({ state: "deleted" });
});

test("deleted users are brought back by a run, and no other run touches them", async () => {
  const removed = await begin(ctx, "remove", ids.slice(0, 2));
  await workNow(ctx, services, removed.id);
  expect(await find(ids[0]!)).toMatchObject({ state: "deleted" });
  expect(await refusalOf(begin(ctx, "resume", ids.slice(0, 2)))).toBe("user.not_found");
  const restored = await start({ action: "restore", filter: { is: ["deleted"] } });
  expect(restored.total).toBe(2);
  await workNow(ctx, services, restored.id);
  expect(await find(ids[0]!)).toMatchObject({ state: "suspended", maySend: false });
});

test("invitations are mailed again to where the last one went", async () => {
  const { id: userId } = await createUser(ctx, { domainId, localPart: "new", displayName: "", quotaBytes: gigabyte });
  await inviteUser(ctx, { userId, email: "new@private.example" });
  const run = await begin(ctx, "invite", [userId, ids[3]!]);
  await workNow(ctx, services, run.id);
  expect(await mailedTo(services, owner, "new@private.example")).toHaveLength(2);
  expect(await owner.select().from(runs).where(eq(runs.id, run.id))).toMatchObject([{ done: 2, failed: 1 }]);
});

test("a domain admin reaches the own domain only, a viewer nobody, another tenant nobody", async () => {
  const { ctx: keeper } = await joinTenant(services, tenantId, "domain_admin", [otherDomain]);
  expect(await start({ action: "resume", filter: {} }, keeper)).toMatchObject({ total: 2 });
  expect(await refusalOf(begin(keeper, "resume", ids))).toBe("user.not_found");
  expect(await refusalOf(begin(viewer, "resume", ids))).toBe("auth.role_too_low");
  expect(await refusalOf(begin((await testMember(services)).ctx, "resume", ids))).toBe("user.not_found");
});
