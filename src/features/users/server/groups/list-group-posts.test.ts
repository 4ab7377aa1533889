import { expect, test } from "bun:test";
import { groupPosts } from "../../../../../db/schema";
import { refusalOf, testMember, testServices } from "~/server/testing";
import { listGroupPosts } from "./list-group-posts";
import { appliedGroup, groupWorld } from "./testing-groups";

const { services, owner } = await testServices();
const world = await groupWorld(services, "acme.test");
const { ctx, viewer } = world;
const { tenantId } = ctx;
const { id: groupId } = await appliedGroup(services, world, { localPart: "team" });
for (const emailId of ["1", "2", "3"])
  await owner
    .insert(groupPosts)
    .values({ tenantId, groupId, emailId, sender: "bo@x.test", subject: emailId, receivedAt: new Date() });
const rejected = {
  emailId: "4",
  sender: "bo@x.test",
  state: "rejected",
  reason: "loop",
  receivedAt: new Date(),
} as const;
await owner.insert(groupPosts).values({ tenantId, groupId, ...rejected });

test("posts that wait come page by page, newest first, those of another state when asked for", async () => {
  const first = await listGroupPosts(ctx, { groupId, state: "held", limit: 2 });
  const rest = await listGroupPosts(ctx, { groupId, state: "held", limit: 2, after: first.next });
  expect([...first.posts, ...rest.posts].map(({ subject }) => subject)).toEqual(["3", "2", "1"]);
  const gone = await listGroupPosts(ctx, { groupId, state: "rejected", limit: 2 });
  expect(gone.posts).toMatchObject([{ reason: "loop", decidedBy: null }]);
});

test("a viewer does not read what strangers write, and another tenant finds no group", async () => {
  const ask = { groupId, state: "held", limit: 5 } as const;
  expect(await refusalOf(listGroupPosts(viewer, ask))).toBe("auth.role_too_low");
  expect(await refusalOf(listGroupPosts((await testMember(services)).ctx, ask))).toBe("group.not_found");
});
