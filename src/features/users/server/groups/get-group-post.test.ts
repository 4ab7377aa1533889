import { expect, test } from "bun:test";
import { refusalOf, testMember, testServices } from "~/server/testing";
import { getGroupPost } from "./get-group-post";
import { rejectGroupPost } from "./reject-group-post";
import { appliedGroup, groupWorld, lookUntil, reader, write } from "./testing-groups";

const { services } = await testServices();
const world = await groupWorld(services, "acme.test");
const { ctx, viewer } = world;
const ana = await reader(services, world, "ana");
const { id: groupId, address } = await appliedGroup(services, world, { localPart: "team", isModerated: true }, [
  ana.address,
]);
await write(ana, address, "Please read", "<script>alert(1)</script> is what I saw");
const [post] = await lookUntil(services, ctx, groupId, 1);
const ref = { groupId, postId: post!.id };

test("a post that waits is read as plain text", async () => {
  expect(await getGroupPost(ctx, ref)).toMatchObject({
    ...{ sender: ana.address, subject: "Please read", state: "held", reason: "moderated", isCut: false },
    ...{ text: "<script>alert(1)</script> is what I saw", attachments: [] },
  });
});

test("a viewer and another tenant do not read it, nor under another group", async () => {
  expect(await refusalOf(getGroupPost(viewer, ref))).toBe("auth.role_too_low");
  expect(await refusalOf(getGroupPost((await testMember(services)).ctx, ref))).toBe("group.post_not_found");
  const { id } = await appliedGroup(services, world, { localPart: "other" });
  expect(await refusalOf(getGroupPost(ctx, { ...ref, groupId: id }))).toBe("group.post_not_found");
});

test("of a post that was decided about nothing is left to read", async () => {
  await rejectGroupPost(ctx, ref);
  expect(await getGroupPost(ctx, ref)).toMatchObject({ state: "rejected", decidedBy: ctx.actor.email, text: "" });
});
