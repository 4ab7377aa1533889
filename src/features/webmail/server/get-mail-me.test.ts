import { expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { mailboxContext } from "~/server/context";
import { anonymousContext, refusalOf, testServices } from "~/server/testing";
import { mailUsers } from "../../../../db/schema";
import { getMailMe } from "./get-mail-me";
import { testMailboxes } from "./testing-webmail";

const { services, owner } = await testServices();
const { people } = await testMailboxes(services, "acme.test", ["ana"]);

test("a page learns whose mailbox it shows", async () => {
  expect(await getMailMe(people.ana.ctx)).toEqual({ address: "ana@acme.test", displayName: "Ana" });
});

test("nobody is told anything without a session of a mailbox", async () => {
  expect(await refusalOf((async () => getMailMe(mailboxContext(anonymousContext(services))))())).toBe("auth.required");
});

test("a session outlives its mailbox by nothing", async () => {
  const { ctx } = (await testMailboxes(services, "gone.test", ["bea"])).people.bea;
  await owner.delete(mailUsers).where(eq(mailUsers.address, "bea@gone.test"));
  expect(await refusalOf(getMailMe(ctx))).toBe("auth.required");
});
