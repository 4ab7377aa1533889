import { expect, test } from "bun:test";
import { mailedToken } from "~/features/auth/server/testing-mailed";
import { anonymousContext, refusalOf } from "~/server/testing";
import { confirmForwarding } from "./confirm-forwarding";
import { getForwarding } from "./get-forwarding";
import { removeForwarding } from "./remove-forwarding";
import { resendForwarding } from "./resend-forwarding";
import { setForwarding } from "./set-forwarding";
import { forwardingWorld } from "./testing-forwarding";

const { services, owner, ctx, newUser } = await forwardingWorld();
const stranger = anonymousContext(services);
const hour = 3_600_000;
const asked = async (name: string) => {
  const { id: userId } = await newUser(name);
  const target = `${name}@outside.test`;
  await setForwarding(ctx, { userId, target, keepsCopy: true });
  return { userId, target, token: await mailedToken(services, owner, target, "confirm_forwarding") };
};

test("a link works once, and for 72 hours", async () => {
  const { token } = await asked("ana");
  const late = { ...stranger, now: () => new Date(Date.now() + 73 * hour) };
  expect(await refusalOf(confirmForwarding(late, { token }))).toBe("auth.link_invalid");
  const both = [confirmForwarding(stranger, { token }), confirmForwarding(stranger, { token })];
  expect((await Promise.all(both.map(refusalOf))).toSorted()).toEqual(["auth.link_invalid", "none"]);
  expect(await refusalOf(confirmForwarding(stranger, { token }))).toBe("auth.link_invalid");
});

test("the link before another target, another asking or the end of the forwarding is worthless", async () => {
  const { userId, token, target } = await asked("bo");
  await resendForwarding(ctx, { userId });
  expect(await refusalOf(confirmForwarding(stranger, { token }))).toBe("auth.link_invalid");
  const second = await mailedToken(services, owner, target, "confirm_forwarding");
  await setForwarding(ctx, { userId, target: "other@outside.test", keepsCopy: true });
  expect(await refusalOf(confirmForwarding(stranger, { token: second }))).toBe("auth.link_invalid");
  const third = await mailedToken(services, owner, "other@outside.test", "confirm_forwarding");
  await removeForwarding(ctx, { userId });
  expect(await refusalOf(confirmForwarding(stranger, { token: third }))).toBe("auth.link_invalid");
  expect(await getForwarding(ctx, { userId })).toEqual({ forwarding: null });
});

test("a token that nobody was given opens nothing", async () => {
  const token = `forward.${"a".repeat(43)}`;
  expect(await refusalOf(confirmForwarding(stranger, { token }))).toBe("auth.link_invalid");
});
