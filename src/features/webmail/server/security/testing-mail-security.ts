import { eq } from "drizzle-orm";
import type { Database } from "../../../../../db/client";
import { mailUsers } from "../../../../../db/schema";
import { totpCode } from "~/features/auth/server/security/totp";
import { type MailboxCtx, mailboxContext } from "~/server/context";
import type { testBrowser } from "~/server/testing-browser";
import { beginMailTotp } from "./begin-mail-totp";
import { confirmMailTotp } from "./confirm-mail-totp";

type Browser = Pick<ReturnType<typeof testBrowser>, "visit">;

/** One request of a browser that is signed in to a mailbox, as a procedure for mailbox users would get it. */
export const asMailbox = <T>(browser: Browser, work: (ctx: MailboxCtx) => Promise<T>) =>
  browser.visit((context) => work(mailboxContext(context)));

/** Adds an authenticator app to the mailbox of that browser, and answers with its secret and the recovery codes. */
export async function withMailTotp(browser: Browser) {
  const { secret, setup } = await asMailbox(browser, beginMailTotp);
  const usedCode = totpCode(secret, await asMailbox(browser, async (ctx) => ctx.now()));
  const given = { setup, code: usedCode, signOutOthers: false };
  const { recoveryCodes } = await asMailbox(browser, (ctx) => confirmMailTotp(ctx, given));
  return { secret, recoveryCodes, usedCode };
}

/** Gives a mailbox a recovery address, as if its link had been opened. `owner` is the superuser of a test's database. */
export const withRecovery = (owner: Database, userId: string, recoveryEmail: string) =>
  owner.update(mailUsers).set({ recoveryEmail, recoveryConfirmedAt: new Date() }).where(eq(mailUsers.id, userId));

/** Whether a program gets in with an address and a password, at the JMAP door of the mail server. */
export const programGetsIn = async (engineUrl: string, address: string, secret: string): Promise<boolean> => {
  const headers = { authorization: `Basic ${btoa(`${address}:${secret}`)}` };
  const answer = await fetch(`${engineUrl}/jmap/session`, { headers });
  await answer.arrayBuffer();
  return answer.status === 200;
};
