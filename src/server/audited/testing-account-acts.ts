import { askPasskeyToStepUp } from "~/features/auth/server/security/step-up-passkey";
import { fromAnywhere, testPerson } from "~/features/auth/server/security/testing-person";
import { withPasskey, withTotp } from "~/features/auth/server/security/testing-factors";
import { chosenPassword, confirmedPerson } from "~/features/auth/server/testing-signed-up";
import { mailedToken } from "~/features/auth/server/testing-mailed";
import { askPasskeyToSignIn } from "~/features/auth/server/ask-passkey-to-sign-in";
import { signIn } from "~/features/auth/server/sign-in";
import { signUp } from "~/features/auth/server/sign-up";
import { anonymousContext } from "../testing";
import { testBrowser } from "../testing-browser";
import type { Acts, Call, World } from "./testing-act";

const password = chosenPassword;
const newEmail = () => `${Bun.randomUUIDv7()}@acts.example`;

/** A call of somebody who has signed up and confirmed the address. */
const byPerson =
  (input?: unknown) =>
  async ({ services, owner }: World): Promise<Call> => {
    const { browser } = await confirmedPerson(services, owner);
    return { context: await browser.visit((context) => context), input };
  };

const byNewcomer = async ({ services }: World) => {
  const [email, browser] = [newEmail(), testBrowser(services)];
  await browser.visit((context) => signUp(context, { company: "Acme", email, password }));
  return { email, browser };
};

type As = Awaited<ReturnType<typeof testPerson>>["as"];
/** A call of somebody who has a second factor already. */
const byCareful =
  (add: (as: As) => Promise<unknown>, input: unknown) =>
  async ({ services }: World): Promise<Call> => {
    const { browser, as } = await testPerson(services);
    await add(as);
    return { context: await browser.visit((context) => context), input };
  };

const security = (name: string) => `src/features/auth/server/security/${name}.test.ts`;
const account = (name: string) => `src/features/auth/server/${name}.test.ts`;

/** Signing up, in and out, and one's own account. */
export const accountActs: Acts = {
  "auth.signUp": {
    audits: ["auth.sign_up", "session.start"],
    call: async ({ services }) => ({
      context: anonymousContext(services),
      input: { company: "Acme", email: newEmail(), password },
    }),
  },
  "auth.signIn": {
    audits: ["session.start"],
    async call({ services, owner }) {
      const { email } = await confirmedPerson(services, owner);
      return { context: anonymousContext(services), input: { email, password } };
    },
  },
  "auth.signInSecondFactor": {
    audits: ["session.start"],
    async call({ services }) {
      const { email, as } = await testPerson(services);
      const { recoveryCodes } = await withTotp(as);
      const browser = testBrowser(services);
      await browser.visit((context) => signIn(fromAnywhere(context), { email, password }));
      return { context: await browser.visit((context) => context), input: { code: recoveryCodes[0] } };
    },
  },
  "auth.askPasskeyToSignIn": { isSilent: "nobody is known yet" },
  "auth.signInPasskey": {
    audits: ["session.start"],
    async call({ services }) {
      const { authenticator } = await withPasskey((await testPerson(services)).as);
      const browser = testBrowser(services);
      const question = await browser.visit((context) => askPasskeyToSignIn(fromAnywhere(context)));
      const context = await browser.visit((asked) => asked);
      return { context, input: { answer: authenticator.answer(question) } };
    },
  },
  "auth.oauth.signUp": { audits: ["auth.sign_up"], provenBy: "src/features/auth/server/oauth/provider-visits.test.ts" },
  "auth.switchTenant": { audits: ["session.start"], provenBy: account("switch-tenant") },
  "auth.signOut": { audits: ["session.end"], call: byPerson() },
  "auth.renew": { isSilent: "the session goes on as it was" },
  "auth.confirmEmail": {
    audits: ["auth.confirm_email"],
    async call(world) {
      const { email, browser } = await byNewcomer(world);
      const token = await mailedToken(world.services, world.owner, email, "confirm_email");
      return { context: await browser.visit((context) => context), input: { token } };
    },
  },
  "auth.resendConfirmation": {
    audits: ["auth.resend_confirmation"],
    call: async (world) => ({ context: await (await byNewcomer(world)).browser.visit((context) => context) }),
  },
  "auth.requestReset": { isSilent: "answers alike for everybody; the job that mails the link writes the row" },
  "auth.resetPassword": { audits: ["auth.reset_password"], provenBy: account("reset-password") },
  "auth.changePassword": {
    audits: ["auth.change_password"],
    call: byPerson({ currentPassword: password, newPassword: "another long walk at dawn" }),
  },
  "auth.changeEmail": { audits: ["auth.request_email_change"], call: byPerson({ email: newEmail() }) },
  "auth.changeName": { audits: ["auth.change_name"], call: byPerson({ name: "Ana" }) },
  "auth.security.setPolicy": { audits: ["auth.policy_set"], provenBy: security("set-policy") },
  "auth.security.beginTotp": { isSilent: "nothing is kept until a code was right" },
  "auth.security.confirmTotp": { audits: ["auth.totp_add"], provenBy: security("confirm-totp") },
  "auth.security.removeTotp": { audits: ["auth.totp_remove"], call: byCareful(withTotp, { signOutOthers: false }) },
  "auth.security.renewRecoveryCodes": {
    audits: ["auth.recovery_codes_renew"],
    call: byCareful(withTotp, undefined),
  },
  "auth.security.beginPasskey": { isSilent: "nothing is kept until the passkey is there" },
  "auth.security.addPasskey": { audits: ["auth.passkey_add"], provenBy: security("add-passkey") },
  "auth.security.renamePasskey": { audits: ["auth.passkey_rename"], provenBy: security("rename-passkey") },
  "auth.security.removePasskey": { audits: ["auth.passkey_remove"], provenBy: security("remove-passkey") },
  "auth.security.endSession": { audits: ["session.revoke"], provenBy: security("end-own-session") },
  "auth.security.endOtherSessions": { audits: ["session.revoke_others"], provenBy: security("end-other-sessions") },
  "auth.security.stepUp": { audits: ["session.step_up"], call: byPerson({ password }) },
  "auth.security.askPasskeyToStepUp": { isSilent: "a question, not an answer" },
  "auth.security.stepUpPasskey": {
    audits: ["session.step_up"],
    async call({ services }) {
      const { as, browser } = await testPerson(services);
      const { authenticator } = await withPasskey(as);
      const question = await as(askPasskeyToStepUp);
      return {
        context: await browser.visit((context) => context),
        input: { answer: authenticator.answer(question) },
      };
    },
  },
  "auth.security.link": { isSilent: "the visit to the provider that it begins writes the row" },
  "auth.security.unlink": {
    audits: ["identity.unlink"],
    provenBy: "src/features/auth/server/oauth/provider-visits.test.ts",
  },
};
