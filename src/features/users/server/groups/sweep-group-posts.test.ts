import { expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { groupPosts, jobs, tenants } from "../../../../../db/schema";
import { eventually } from "~/lib/testing-eventually";
import { testServices } from "~/server/testing";
import { lookAtPosts } from "./look-at-posts";
import { notePostArrived } from "./note-post-arrived";
import { sweepGroupPosts } from "./sweep-group-posts";
import * as t from "./testing-groups";

const { services, owner, smtpPort } = await testServices();
const world = await t.groupWorld(services, "acme.test");
const { ctx } = world;
const group = await t.appliedGroup(services, world, { localPart: "team" }, ["bo@outside.example"]);
const quiet = await t.appliedGroup(services, world, { localPart: "quiet" }, ["bo@outside.example"]);
const clear = () => owner.delete(jobs).where(eq(jobs.name, "group.posts"));
const asked = async () => (await owner.select().from(jobs).where(eq(jobs.name, "group.posts"))).map(({ key }) => key);
const look = () => lookAtPosts(t.asGroupJob(services, ctx), { groupId: group.id });

test("what came without anybody telling is found, and a group without news costs no job", async () => {
  await look();
  await lookAtPosts(t.asGroupJob(services, ctx), { groupId: quiet.id });
  await clear();
  expect(await sweepGroupPosts(services)).toBe(0);
  await t.arrive(smtpPort, { from: "eve@outside.example", to: group.address, subject: "Anybody there?" });
  await eventually(
    () => sweepGroupPosts(services),
    (found) => found > 0,
  );
  expect(await asked()).toEqual([group.id]);
});

test("a post whose worker died is gone on with", async () => {
  await look();
  await clear();
  await owner.update(groupPosts).set({ state: "passing", decidedAt: null }).where(eq(groupPosts.groupId, group.id));
  expect(await sweepGroupPosts(services)).toBe(1);
  await look();
  expect(await t.postsOf(ctx, group.id)).toMatchObject([{ state: "passed" }]);
});

test("while a tenant is suspended its posts wait, and are not asked for over and over", async () => {
  await clear();
  await owner.update(tenants).set({ state: "suspended" }).where(eq(tenants.id, ctx.tenantId));
  await t.arrive(smtpPort, { from: "eve@outside.example", to: group.address, subject: "Meanwhile" });
  await look();
  expect(await sweepGroupPosts(services)).toBe(0);
  const subjects = async () => (await t.postsOf(ctx, group.id)).map(({ subject }) => subject);
  expect(await subjects()).not.toContain("Meanwhile");
  await owner.update(tenants).set({ state: "active" }).where(eq(tenants.id, ctx.tenantId));
  await eventually(
    () => sweepGroupPosts(services),
    (found) => found > 0,
  );
  await look();
  expect(await subjects()).toContain("Meanwhile");
});

test("the mail server's own word brings the look at once, and for other accounts nothing", async () => {
  await clear();
  const account = (await services.engine.directory.accounts.find(group.address))!;
  expect(await notePostArrived(services, account.accountId)).toBe(true);
  expect(await notePostArrived(services, "nobody")).toBe(false);
  expect(await asked()).toEqual([group.id]);
});
