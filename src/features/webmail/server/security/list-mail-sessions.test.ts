import { expect, test } from "bun:test";
import { password } from "~/features/users/server/testing-users";
import { testServices } from "~/server/testing";
import { testBrowser } from "~/server/testing-browser";
import { signInMailbox } from "../sign-in-mailbox";
import { testMailboxes } from "../testing-webmail";
import { listMailSessions } from "./list-mail-sessions";
import { asMailbox } from "./testing-mail-security";

const { services } = await testServices();
const { people } = await testMailboxes(services, "open.test", ["ana", "bea"]);
const { browser, address } = people.ana;

test("one sees where the own mailbox is open, newest first, page by page, and nobody else's", async () => {
  for (const _ of [1, 2]) await testBrowser(services).visit((ctx) => signInMailbox(ctx, { address, password }));
  const first = await asMailbox(browser, (ctx) => listMailSessions(ctx, { limit: 2 }));
  const second = await asMailbox(browser, (ctx) => listMailSessions(ctx, { limit: 2, after: first.next }));
  expect([...first.items, ...second.items].map(({ isThisOne }) => isThisOne)).toEqual([false, false, true]);
  expect([second.next, first.items[0]?.userAgent]).toEqual([undefined, "test"]);
  expect((await asMailbox(people.bea.browser, (ctx) => listMailSessions(ctx, { limit: 5 }))).items).toHaveLength(1);
});
