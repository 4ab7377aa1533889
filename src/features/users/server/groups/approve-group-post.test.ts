import { expect, test } from "bun:test";
import { auditedActions, refusalOf, testMember, testServices } from "~/server/testing";
import { jobsOf } from "../testing-users";
import { approveGroupPost } from "./approve-group-post";
import { rejectGroupPost } from "./reject-group-post";
import { appliedGroup, groupWorld, lookUntil, reader, write } from "./testing-groups";

const { services } = await testServices();
const world = await groupWorld(services, "acme.test");
const { ctx, viewer } = world;
const ana = await reader(services, world, "ana");
const { id: groupId, address } = await appliedGroup(services, world, { localPart: "team", isModerated: true }, [
  ana.address,
]);
await write(ana, address, "May I?");
const [post] = await lookUntil(services, ctx, groupId, 1);
const ref = { groupId, postId: post!.id };

test("a viewer and another tenant release nothing", async () => {
  expect(await refusalOf(approveGroupPost(viewer, ref))).toBe("auth.role_too_low");
  expect(await refusalOf(approveGroupPost((await testMember(services)).ctx, ref))).toBe("group.post_not_found");
});

test("a post is released by one of several who press at once, and the job that passes it on is asked for", async () => {
  const race = await Promise.all([1, 2, 3].map(() => refusalOf(approveGroupPost(ctx, ref))));
  expect(race.toSorted()).toEqual(["group.post_settled", "group.post_settled", "none"]);
  expect(await jobsOf(services, groupId)).toContainEqual({
    name: "group.posts",
    payload: { tenantId: ctx.tenantId, groupId },
  });
  expect(
    (await auditedActions(services, ctx.tenantId)).filter((action) => action === "group.approve_post"),
  ).toHaveLength(1);
});

test("what was released cannot be rejected any more", async () => {
  expect(await refusalOf(rejectGroupPost(ctx, ref))).toBe("group.post_settled");
});
