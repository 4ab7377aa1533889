import { expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { tenants } from "../../db/schema";
import { activeDomain } from "../features/domains/server/testing-domains";
import { createUser } from "../features/users/server/create-user";
import { sendMessage } from "../features/webmail/server/send-message";
import { testMailboxes } from "../features/webmail/server/testing-webmail";
import { mailboxContext } from "./context";
import { refusalOf, testMember, testServices } from "./testing";

const { services, owner } = await testServices();
const setConfirmed = (tenantId: string, confirmedAt: Date | null) =>
  owner.update(tenants).set({ confirmedAt }).where(eq(tenants.id, tenantId));
const password = "a long walk at dusk";

test("a tenant whose owner has confirmed no address can make no mailbox user", async () => {
  const { ctx } = await testMember(services);
  const { id: domainId } = await activeDomain(services, ctx, "unconfirmed.test");
  const user = { domainId, localPart: "ana", displayName: "Ana", password, quotaBytes: 1024 ** 3 };
  await setConfirmed(ctx.tenantId, null);
  expect(await refusalOf(createUser(ctx, user))).toBe("auth.not_confirmed");
  await setConfirmed(ctx.tenantId, new Date());
  expect(await refusalOf(createUser(ctx, user))).toBe("none");
});

test("a tenant whose owner has confirmed no address can send no mail", async () => {
  const { member, people } = await testMailboxes(services, "silent.test", ["ana"]);
  const message = {
    idempotencyKey: crypto.randomUUID(),
    to: ["bo@elsewhere.test"],
    cc: [],
    bcc: [],
    files: [],
    subject: "s",
    text: "t",
  };
  await setConfirmed(member.tenantId, null);
  const sent = people.ana.browser.visit((context) => sendMessage(mailboxContext(context), message));
  expect(await refusalOf(sent)).toBe("auth.not_confirmed");
});
