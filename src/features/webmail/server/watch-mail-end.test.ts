import { expect, test } from "bun:test";
import { endSession } from "~/features/auth/server/end-session";
import { suspendUser } from "~/features/users/server/suspend-user";
import { appliedUser, password, tenantWithDomain } from "~/features/users/server/testing-users";
import type { MailEngine } from "~/engine/mail-engine";
import type { StateChange } from "~/engine/mail-objects";
import { mailboxContext } from "~/server/context";
import { refusalOf, testServices } from "~/server/testing";
import { testBrowser } from "~/server/testing-browser";
import { signInMailbox } from "./sign-in-mailbox";
import { watchMail } from "./watch-mail";

const { services } = await testServices();
const { ctx, domainId } = await tenantWithDomain(services, "acme.test");

/** Like a mail server that looks at the key of a stream only when it is opened. */
const carefree: MailEngine = {
  ...services.engine,
  forUser: (secret) => ({
    ...services.engine.forUser(secret),
    async *events(signal): AsyncGenerator<StateChange> {
      yield { Email: "1" };
      while (!signal.aborted) await Bun.sleep(5);
    },
  }),
};

async function openMailbox(localPart: string) {
  const user = await appliedUser(services, ctx, domainId, localPart);
  const browser = testBrowser(services);
  const signIn = { address: user.address, password };
  await browser.visit((as) => signInMailbox({ ...as, rateLimit: async () => {} }, signIn));
  const mailbox = await browser.visit((as) => mailboxContext({ ...as, engine: carefree }));
  const stream = watchMail(mailbox, {}, new AbortController().signal);
  expect((await stream.next()).value).toEqual({ types: ["Email"], threadIds: null });
  return { user, browser, ended: refusalOf(stream.next()) };
}

test("signing out ends the mailbox's stream at once, whatever the mail server does", async () => {
  const { browser, ended } = await openMailbox("ana");
  await browser.visit((as) => endSession(as, "mailbox"));
  expect(await ended).toBe("auth.required");
});

test("so does the suspension of the user", async () => {
  const { user, ended } = await openMailbox("ben");
  await suspendUser(ctx, { userId: user.id });
  expect(await ended).toBe("auth.required");
});

test("a page that goes away ends its stream without a word", async () => {
  const { browser } = await openMailbox("cleo");
  const mailbox = await browser.visit((as) => mailboxContext({ ...as, engine: carefree }));
  const page = new AbortController();
  const stream = watchMail(mailbox, {}, page.signal);
  await stream.next();
  page.abort();
  expect((await stream.next()).done).toBe(true);
});
