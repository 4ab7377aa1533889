import { expect, test } from "bun:test";
import { refusalOf, testServices } from "~/server/testing";
import { testMailboxes } from "../testing-webmail";
import { beginMailTotp, openMailTotpSetup } from "./begin-mail-totp";
import { asMailbox } from "./testing-mail-security";

const { services } = await testServices();
const { people } = await testMailboxes(services, "begin.test", ["ana"]);
const { browser } = people.ana;

test("an app is shown a new secret each time, with the mailbox's name, which is carried for half an hour", async () => {
  const [one, other] = [await asMailbox(browser, beginMailTotp), await asMailbox(browser, beginMailTotp)];
  expect([one.secret === other.secret, decodeURIComponent(one.uri).includes("ana@begin.test")]).toEqual([false, true]);
  expect(await asMailbox(browser, async (ctx) => openMailTotpSetup(ctx, one.setup))).toBe(one.secret);
  const late = asMailbox(browser, async (ctx) =>
    openMailTotpSetup({ ...ctx, now: () => new Date(Date.now() + 1_801_000) }, one.setup),
  );
  expect(await refusalOf(late)).toBe("auth.sign_in_expired");
});

test("whoever signed in long ago proves again who they are first", async () => {
  const later = (ctx: Parameters<typeof beginMailTotp>[0]) =>
    beginMailTotp({ ...ctx, now: () => new Date(Date.now() + 601_000) });
  expect(await refusalOf(asMailbox(browser, later))).toBe("auth.reauth_required");
});
