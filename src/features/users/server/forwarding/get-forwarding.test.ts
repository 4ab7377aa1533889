import { expect, test } from "bun:test";
import { refusalOf, testMember } from "~/server/testing";
import { getForwarding } from "./get-forwarding";
import { setForwarding } from "./set-forwarding";
import { forwardingWorld } from "./testing-forwarding";

const { services, ctx, viewer, newUser } = await forwardingWorld();

test("who looks after a mailbox sees where its mail goes, until when the target may agree, and whether it works", async () => {
  const { id: userId } = await newUser("ana");
  expect(await getForwarding(viewer, { userId })).toEqual({ forwarding: null });
  await setForwarding(ctx, { userId, target: "ana@outside.test", keepsCopy: false });
  const { forwarding } = await getForwarding(viewer, { userId });
  expect(forwarding).toMatchObject({ target: "ana@outside.test", keepsCopy: false, state: "waiting" });
  expect(Date.parse(forwarding!.linkEndsAt!)).toBeGreaterThan(Date.now() + 71 * 3_600_000);
  const { ctx: stranger } = await testMember(services);
  expect(await refusalOf(getForwarding(stranger, { userId }))).toBe("user.not_found");
});
