import { expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { groupPosts, jobs } from "../../../../../db/schema";
import { auditedActions, testServices } from "~/server/testing";
import { lookAtPosts } from "./look-at-posts";
import { sweepGroups } from "./sweep-groups";
import * as t from "./testing-groups";

const { services, owner } = await testServices();
const world = await t.groupWorld(services, "acme.test");
const { ctx } = world;
const group = await t.appliedGroup(services, world, { localPart: "team" }, ["bo@outside.example"]);
await owner.delete(jobs);

test("a group about which nothing is new is left alone", async () => {
  expect(await sweepGroups(services)).toBe(0);
});

test("a held post that nobody decides about is thrown away after 30 days, with word to the log alone", async () => {
  const row = { tenantId: ctx.tenantId, groupId: group.id, emailId: "none", sender: "bo@outside.example" };
  await owner.insert(groupPosts).values({ ...row, receivedAt: new Date(Date.now() - 29 * 86_400_000) });
  expect(await sweepGroups(services)).toBe(0);
  await owner.update(groupPosts).set({ receivedAt: new Date(Date.now() - 31 * 86_400_000) });
  expect(await sweepGroups(services)).toBe(1);
  expect((await owner.select().from(jobs).where(eq(jobs.key, group.id))).map(({ name }) => name)).toEqual([
    "group.posts",
  ]);
  await lookAtPosts(t.asGroupJob(services, ctx), { groupId: group.id });
  expect(await t.postsOf(ctx, group.id)).toMatchObject([{ state: "rejected", reason: "expired" }]);
  expect(await auditedActions(services, ctx.tenantId)).toContain("group.expire_post");
});

test("what was decided is forgotten after 90 days", async () => {
  const later = { ...services, now: () => new Date(Date.now() + 91 * 86_400_000) };
  await lookAtPosts(t.asGroupJob(later, ctx), { groupId: group.id });
  expect(await t.postsOf(ctx, group.id)).toEqual([]);
});
