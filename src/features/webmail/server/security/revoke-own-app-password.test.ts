import { expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { appPasswords } from "../../../../../db/schema";
import { EngineError } from "~/engine/engine-error";
import { applyNow } from "~/features/users/server/testing-users";
import { auditedActions, refusalOf, testServices } from "~/server/testing";
import { testMailboxes } from "../testing-webmail";
import { createAppPassword } from "./create-app-password";
import { getMailSecurity } from "./get-mail-security";
import { revokeOwnAppPassword } from "./revoke-own-app-password";
import { asMailbox, programGetsIn } from "./testing-mail-security";

const { services, owner, engineUrl } = await testServices();
const { member, people } = await testMailboxes(services, "gone.test", ["ana", "bea"]);
const { browser, address, userId } = people.ana;
const make = () => asMailbox(browser, (ctx) => createAppPassword(ctx, { name: "Phone", scope: "mail", days: null }));

test("a removed app password lets nobody in from that moment on, and nobody can remove another's", async () => {
  const { id: appPasswordId, secret } = await make();
  const foreign = asMailbox(people.bea.browser, (ctx) => revokeOwnAppPassword(ctx, { appPasswordId }));
  expect(await refusalOf(foreign)).toBe("app_password.not_found");
  await asMailbox(browser, (ctx) => revokeOwnAppPassword(ctx, { appPasswordId }));
  expect(await programGetsIn(engineUrl, address, secret)).toBe(false);
  expect(await owner.select().from(appPasswords)).toEqual([]);
  expect(await auditedActions(services, member.tenantId)).toContain("access.revoke_app");
});

test("while the mail server is away it is off the list already, and the next time that the mailbox is applied destroys it", async () => {
  const { id: appPasswordId, secret } = await make();
  const { directory } = services.engine;
  const destroy = async () => Promise.reject(new EngineError("unavailable", "away"));
  const engine = {
    ...services.engine,
    directory: { ...directory, appPasswords: { ...directory.appPasswords, destroy } },
  };
  await asMailbox(browser, (ctx) => revokeOwnAppPassword({ ...ctx, engine }, { appPasswordId }));
  expect((await asMailbox(browser, getMailSecurity)).appPasswords).toEqual([]);
  expect(await programGetsIn(engineUrl, address, secret)).toBe(true);
  await applyNow(services, member, userId);
  expect(await programGetsIn(engineUrl, address, secret)).toBe(false);
  expect(await owner.select().from(appPasswords).where(eq(appPasswords.id, appPasswordId))).toEqual([]);
});
