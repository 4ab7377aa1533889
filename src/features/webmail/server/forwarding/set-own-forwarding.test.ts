import { expect, setDefaultTimeout, test } from "bun:test";
import { eq } from "drizzle-orm";
import { getForwarding } from "~/features/users/server/forwarding/get-forwarding";
import { removeForwarding } from "~/features/users/server/forwarding/remove-forwarding";
import { auditedActions, refusalOf, testServices } from "~/server/testing";
import { sessions } from "../../../../../db/schema";
import { testMailboxes } from "../testing-webmail";
import { setOwnForwarding } from "./set-own-forwarding";

setDefaultTimeout(30_000);
const { services, owner } = await testServices();
const { member, people } = await testMailboxes(services, "acme.test", ["ana", "bo"]);
const { ana, bo } = people;

test("mailbox users pass their own mail on, see it, and end it", async () => {
  const choice = { target: bo.address, keepsCopy: true };
  expect((await setOwnForwarding(ana.ctx, choice)).forwarding).toMatchObject({ ...choice, state: "confirmed" });
  expect((await getForwarding(ana.ctx, { userId: ana.userId })).forwarding).toMatchObject(choice);
  expect(await removeForwarding(ana.ctx, { userId: ana.userId })).toEqual({ forwarding: null });
  const actions = await auditedActions(services, member.tenantId);
  expect(actions).toEqual(expect.arrayContaining(["forwarding.set", "forwarding.remove"]));
});

test("nobody passes another's mail on", async () => {
  expect(await refusalOf(getForwarding(bo.ctx, { userId: ana.userId }))).toBe("auth.role_too_low");
  expect(await refusalOf(removeForwarding(bo.ctx, { userId: ana.userId }))).toBe("auth.role_too_low");
});

test("V7.5.1 whoever has an old session only has to prove who they are first", async () => {
  await owner
    .update(sessions)
    .set({ authenticatedAt: new Date(Date.now() - 3_600_000) })
    .where(eq(sessions.mailUserId, bo.userId));
  const attempt = setOwnForwarding(bo.ctx, { target: ana.address, keepsCopy: true });
  expect(await refusalOf(attempt)).toBe("auth.reauth_required");
});
