import { expect, test } from "bun:test";
import { eventually } from "~/lib/testing-eventually";
import { auditedActions, refusalOf, testMember, testServices } from "~/server/testing";
import { approveGroupPost } from "./approve-group-post";
import { rejectGroupPost } from "./reject-group-post";
import { appliedGroup, groupWorld, lookUntil, reader, subjectsOf, write } from "./testing-groups";

const { services } = await testServices();
const world = await groupWorld(services, "acme.test");
const { ctx, viewer } = world;
const ana = await reader(services, world, "ana");
const { id: groupId, address } = await appliedGroup(services, world, { localPart: "team", isModerated: true }, [
  ana.address,
]);
await write(ana, address, "Grüße an alle, die diesen langen Betreff lesen mögen");
const [post] = await lookUntil(services, ctx, groupId, 1);
const ref = { groupId, postId: post!.id };

test("a viewer and another tenant reject nothing", async () => {
  expect(await refusalOf(rejectGroupPost(viewer, ref))).toBe("auth.role_too_low");
  expect(await refusalOf(rejectGroupPost((await testMember(services)).ctx, ref))).toBe("group.post_not_found");
});

test("the sender gets the word once, in letters of every language, and the post cannot be released any more", async () => {
  const [first, again] = await Promise.all(
    [1, 2].map(() => refusalOf(rejectGroupPost(ctx, { ...ref, word: "Nicht hier – schöne Grüße" }))),
  );
  expect([first, again].toSorted()).toEqual(["group.post_settled", "none"]);
  expect(await refusalOf(approveGroupPost(ctx, ref))).toBe("group.post_settled");
  const subjects = await eventually(
    () => subjectsOf(ana),
    (list) => list.length > 0,
  );
  expect(subjects).toEqual(["Re: Grüße an alle, die diesen langen Betreff lesen mögen"]);
  const { threads } = await ana.engine.threads.list({ mailbox: { role: "inbox" }, limit: 5 });
  const letter = await ana.engine.messages.get(threads[0]!.messageId);
  expect([letter.text?.trim(), letter.from]).toEqual(["Nicht hier – schöne Grüße", [{ name: null, email: address }]]);
  expect(
    (await auditedActions(services, ctx.tenantId)).filter((action) => action === "group.reject_post"),
  ).toHaveLength(1);
});
