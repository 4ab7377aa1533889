import { expect, test } from "bun:test";
import { mailedToken } from "~/features/auth/server/testing-mailed";
import { proposeRecovery } from "~/features/users/server/access/propose-recovery";
import { sendReset } from "~/features/users/server/access/send-reset";
import { refusalOf, testServices } from "~/server/testing";
import { testBrowser } from "~/server/testing-browser";
import { testMailboxes } from "../testing-webmail";
import { openMailboxLink } from "./open-mailbox-link";

const { services, owner } = await testServices();
const { member, people } = await testMailboxes(services, "look.test", ["ana"]);
const { userId, browser } = people.ana;
const look = (token: string) => testBrowser(services).visit((ctx) => openMailboxLink(ctx, { token }));

test("a link says whose mailbox it is for and what is to be done, and stays good", async () => {
  const { link } = await sendReset(member, { userId, toRecovery: false });
  const token = link!.split("#")[1]!;
  for (const _ of [1, 2])
    expect(await look(token)).toEqual({ kind: "password", isFirst: false, address: "ana@look.test" });
});

test("a link that nobody gave out says nothing", async () =>
  expect(await refusalOf(look("x".repeat(43)))).toBe("auth.link_invalid"));

test("a link for a recovery address says whether the mailbox is open in this browser", async () => {
  await proposeRecovery(member, { userId, email: "ana@private.example" });
  const token = await mailedToken(services, owner, "ana@private.example", "mailbox_recovery");
  const view = { kind: "recovery", address: "ana@look.test", email: "ana@private.example" } as const;
  expect(await look(token)).toEqual({ ...view, isSignedIn: false });
  expect(await browser.visit((ctx) => openMailboxLink(ctx, { token }))).toEqual({ ...view, isSignedIn: true });
});
