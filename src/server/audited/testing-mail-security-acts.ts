import { signInMailbox } from "~/features/webmail/server/sign-in-mailbox";
import { askRecovery } from "~/features/users/server/access/ask-recovery";
import { sendReset } from "~/features/users/server/access/send-reset";
import { totpCode } from "~/features/auth/server/security/totp";
import { password } from "~/features/users/server/testing-users";
import { beginMailTotp } from "~/features/webmail/server/security/begin-mail-totp";
import { createAppPassword } from "~/features/webmail/server/security/create-app-password";
import { findOwnMailbox } from "~/features/webmail/server/security/find-own-mailbox";
import { asMailbox, withMailTotp, withRecovery } from "~/features/webmail/server/security/testing-mail-security";
import { mailedToken } from "~/features/auth/server/testing-mailed";
import { testMailboxes } from "~/features/webmail/server/testing-webmail";
import type { MailboxCtx } from "../context";
import { anonymousContext } from "../testing";
import { testBrowser } from "../testing-browser";
import type { Acts, Call, World } from "./testing-act";

const newName = () => `a${Bun.randomUUIDv7().slice(-12)}.test`;
const newEmail = () => `${Bun.randomUUIDv7()}@elsewhere.example`;
type Ana = Awaited<ReturnType<typeof testMailboxes<"ana">>>["people"]["ana"];

/** A call of somebody who is signed in to a mailbox of their own; `input` makes what it needs. */
const byAna =
  (input: (ana: Ana, world: World) => unknown = () => undefined) =>
  async (world: World): Promise<Call> => {
    const { ana } = (await testMailboxes(world.services, newName(), ["ana"])).people;
    const given = await input(ana, world);
    return { context: await ana.browser.visit((context) => context), input: given };
  };
const as =
  <T>(work: (ctx: MailboxCtx) => Promise<T>) =>
  (ana: Ana) =>
    asMailbox(ana.browser, work);

/** What mailbox users do about their own sign-in. */
export const mailSecurityActs: Acts = {
  "webmail.security.signInCode": {
    audits: ["session.start"],
    async call({ services }) {
      const { ana } = (await testMailboxes(services, newName(), ["ana"])).people;
      const { recoveryCodes } = await withMailTotp(ana.browser);
      const browser = testBrowser(services);
      await browser.visit((ctx) => signInMailbox(ctx, { address: ana.address, password }));
      return { context: await browser.visit((context) => context), input: { code: recoveryCodes[0] } };
    },
  },
  "webmail.security.openLink": { isSilent: "it says what a link is for, and changes nothing" },
  "webmail.security.setByLink": {
    audits: ["access.set_password"],
    async call({ services }) {
      const { member, people } = await testMailboxes(services, newName(), ["ana"]);
      const { link } = await sendReset(member, { userId: people.ana.userId, toRecovery: false });
      return { context: anonymousContext(services), input: { token: link!.split("#")[1], password: "a walk at dawn" } };
    },
  },
  "webmail.security.requestReset": {
    isSilent: "whoever asks may be anybody; the job that finds the mailbox writes access.request_reset",
  },
  "webmail.security.stepUp": { audits: ["session.step_up"], call: byAna(() => ({ password })) },
  "webmail.security.changePassword": {
    audits: ["access.change_password"],
    call: byAna(() => ({ currentPassword: password, newPassword: "another long walk at dawn" })),
  },
  "webmail.security.endSession": {
    audits: ["session.revoke"],
    call: byAna(as(async (ctx) => ({ sessionId: ctx.actor.sessionId }))),
  },
  "webmail.security.endOtherSessions": { audits: ["session.revoke_others"], call: byAna() },
  "webmail.security.createAppPassword": {
    audits: ["access.add_app"],
    call: byAna(() => ({ name: "Phone", scope: "mail", days: 30 })),
  },
  "webmail.security.revokeAppPassword": {
    audits: ["access.revoke_app"],
    call: byAna(
      as(async (ctx) => {
        const { id } = await createAppPassword(ctx, { name: "Phone", scope: "mail", days: null });
        return { appPasswordId: id };
      }),
    ),
  },
  "webmail.security.beginTotp": { isSilent: "nothing is changed before a code was right" },
  "webmail.security.confirmTotp": {
    audits: ["access.add_factor"],
    call: byAna(
      as(async (ctx) => {
        const { secret, setup } = await beginMailTotp(ctx);
        return { setup, code: totpCode(secret, ctx.now()), signOutOthers: true };
      }),
    ),
  },
  "webmail.security.removeTotp": {
    audits: ["access.remove_factor"],
    call: byAna(async (ana) => {
      await withMailTotp(ana.browser);
      return { signOutOthers: false };
    }),
  },
  "webmail.security.renewCodes": {
    audits: ["access.renew_codes"],
    call: byAna(async (ana) => void (await withMailTotp(ana.browser))),
  },
  "webmail.security.setRecovery": { audits: ["access.ask_recovery"], call: byAna(() => ({ email: newEmail() })) },
  "webmail.security.confirmRecovery": {
    audits: ["access.confirm_recovery"],
    call: byAna(async (ana, { services, owner }) => {
      const email = newEmail();
      await as((ctx) => ctx.tx(async (tx) => askRecovery(tx, ctx, await findOwnMailbox(tx, ctx), email)))(ana);
      return { token: await mailedToken(services, owner, email, "mailbox_recovery") };
    }),
  },
  "webmail.security.removeRecovery": {
    audits: ["access.remove_recovery"],
    call: byAna(async (ana, { owner }) => void (await withRecovery(owner, ana.userId, newEmail()))),
  },
};
