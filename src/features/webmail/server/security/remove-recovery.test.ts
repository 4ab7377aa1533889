import { expect, test } from "bun:test";
import { mailedTo } from "~/features/auth/server/testing-mailed";
import { auditedActions, refusalOf, testServices } from "~/server/testing";
import { testMailboxes } from "../testing-webmail";
import { getMailSecurity } from "./get-mail-security";
import { removeRecovery } from "./remove-recovery";
import { asMailbox, withRecovery } from "./testing-mail-security";

const { services, owner } = await testServices();
const { member, people } = await testMailboxes(services, "none.test", ["ana"]);
const { browser, userId } = people.ana;

test("a recovery address is taken away after its user has proven who they are, and hears of it", async () => {
  await withRecovery(owner, userId, "ana@private.example");
  const late = asMailbox(browser, (ctx) => removeRecovery({ ...ctx, now: () => new Date(Date.now() + 601_000) }));
  expect(await refusalOf(late)).toBe("auth.reauth_required");
  await asMailbox(browser, removeRecovery);
  expect((await asMailbox(browser, getMailSecurity)).recoveryEmail).toBeNull();
  expect(await mailedTo(services, owner, "ana@private.example")).toHaveLength(1);
  expect(await auditedActions(services, member.tenantId)).toContain("access.remove_recovery");
});
