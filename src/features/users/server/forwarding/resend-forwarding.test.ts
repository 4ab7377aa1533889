import { expect, test } from "bun:test";
import { mailedTo } from "~/features/auth/server/testing-mailed";
import { auditedActions, refusalOf } from "~/server/testing";
import { resendForwarding } from "./resend-forwarding";
import { setForwarding } from "./set-forwarding";
import { forwardingWorld } from "./testing-forwarding";

const { services, owner, ctx, viewer, newUser, agree } = await forwardingWorld();

test("the target is asked again while it has not agreed, by another link", async () => {
  const { id: userId } = await newUser("ana");
  const target = "ana@outside.test";
  expect(await refusalOf(resendForwarding(ctx, { userId }))).toBe("forwarding.not_found");
  await setForwarding(ctx, { userId, target, keepsCopy: true });
  expect((await resendForwarding(ctx, { userId })).forwarding).toMatchObject({ target, state: "waiting" });
  const tokens = (await mailedTo(services, owner, target)).map(({ token }) => token);
  expect(new Set(tokens).size).toBe(2);
  expect(await refusalOf(resendForwarding(viewer, { userId }))).toBe("auth.role_too_low");
  await agree(target);
  expect(await refusalOf(resendForwarding(ctx, { userId }))).toBe("forwarding.not_found");
  expect(await auditedActions(services, ctx.tenantId)).toContain("forwarding.ask");
});

test("no stranger is asked over and over", async () => {
  const { id: userId } = await newUser("bo");
  await setForwarding(ctx, { userId, target: "bo@outside.test", keepsCopy: true });
  const outcomes: string[] = [];
  for (let time = 0; time < 6; time++) outcomes.push(await refusalOf(resendForwarding(ctx, { userId })));
  expect(outcomes).toContain("request.too_many");
});
