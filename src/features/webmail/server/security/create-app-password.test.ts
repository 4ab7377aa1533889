import { expect, test } from "bun:test";
import { maxAppPasswords } from "~/features/users/server/access/app-passwords-of";
import { appPasswords } from "../../../../../db/schema";
import { auditedActions, refusalOf, testServices } from "~/server/testing";
import { testMailboxes } from "../testing-webmail";
import { createAppPassword } from "./create-app-password";
import { getMailSecurity } from "./get-mail-security";
import { asMailbox, programGetsIn } from "./testing-mail-security";

const { services, owner, engineUrl } = await testServices();
const { member, people } = await testMailboxes(services, "apps.test", ["ana", "bea"]);
const { browser, address } = people.ana;
const make = (name: string, days: number | null = null) =>
  asMailbox(browser, (ctx) => createAppPassword(ctx, { name, scope: "mail", days }));

test("a program gets in with its own password, which is shown once and kept by nobody here", async () => {
  const { secret, id } = await make("Phone", 30);
  expect(await programGetsIn(engineUrl, address, secret)).toBe(true);
  expect(await programGetsIn(engineUrl, people.bea.address, secret)).toBe(false);
  const { appPasswords: listed } = await asMailbox(browser, getMailSecurity);
  expect(listed).toMatchObject([{ id, name: "Phone", scope: "mail" }]);
  expect(Date.parse(listed[0]!.expiresAt!) - Date.now()).toBeGreaterThan(29 * 86_400_000);
  const kept = JSON.stringify([
    await owner.select().from(appPasswords),
    await owner.execute("select * from audit_logs"),
  ]);
  expect(kept).not.toContain(secret);
  expect(await auditedActions(services, member.tenantId)).toContain("access.add_app");
});

test("whoever signed in long ago proves again who they are first", async () => {
  const late = asMailbox(browser, (ctx) =>
    createAppPassword({ ...ctx, now: () => new Date(Date.now() + 601_000) }, { name: "x", scope: "mail", days: null }),
  );
  expect(await refusalOf(late)).toBe("auth.reauth_required");
});

test("there are no more than there may be", async () => {
  const { tenantId } = member;
  const row = { tenantId, mailUserId: people.ana.userId, name: "old", engineKeyId: "none" };
  await owner.insert(appPasswords).values(Array.from({ length: maxAppPasswords - 1 }, () => row));
  expect(await refusalOf(make("one too many"))).toBe("app_password.too_many");
});
