import { addDomain } from "~/features/domains/server/add-domain";
import { activeDomain } from "~/features/domains/server/testing-domains";
import { removeUser } from "~/features/users/server/remove-user";
import { setQuota } from "~/features/users/server/set-quota";
import { suspendUser } from "~/features/users/server/suspend-user";
import { appliedUser, password } from "~/features/users/server/testing-users";
import { testMailboxes } from "~/features/webmail/server/testing-webmail";
import type { MemberCtx } from "../context";
import { anonymousContext } from "../testing";
import { type Acts, byOwner, type Call, type World } from "./testing-act";

const newName = () => `a${Bun.randomUUIDv7().slice(-12)}.test`;
const quotaBytes = 2 * 1024 ** 3;
const ownMail = "mail is its reader's own business; the log knows of what was sent only";

const onDomain = (more: object = {}) =>
  byOwner(async (ctx) => ({ domainId: (await addDomain(ctx, { name: newName() })).id, ...more }));

type Made = { ctx: MemberCtx; userId: string };
const onUser = (more: object = {}, before: (made: Made) => Promise<unknown> = async () => {}) =>
  byOwner(async (ctx, { services }) => {
    const { id: domainId } = await activeDomain(services, ctx, newName());
    const { id: userId } = await appliedUser(services, ctx, domainId, "ana");
    await before({ ctx, userId });
    return { userId, ...more };
  });

const byMailbox =
  (input?: unknown) =>
  async ({ services }: World): Promise<Call> => {
    const { people } = await testMailboxes(services, newName(), ["ana"]);
    return { context: await people.ana.browser.visit((context) => context), input };
  };

/** Domains, mailbox users, and what mailbox users do themselves. */
export const mailActs: Acts = {
  "domains.add": { audits: ["domain.add"], call: byOwner(() => ({ name: newName() })) },
  "domains.check": { audits: ["domain.check"], call: onDomain() },
  "domains.publishInTrial": { audits: ["domain.publish"], call: onDomain() },
  "domains.update": { audits: ["domain.update"], call: onDomain({ note: "Renewed in May" }) },
  "domains.remove": { audits: ["domain.remove"], call: onDomain() },
  "users.create": {
    audits: ["user.create"],
    call: byOwner(async (ctx, { services }) => {
      const { id: domainId } = await activeDomain(services, ctx, newName());
      return { domainId, localPart: "eve", displayName: "Eve", password, quotaBytes };
    }),
  },
  "users.setPassword": { audits: ["user.set_password"], call: onUser({ password: "another long walk at dawn" }) },
  "users.setQuota": { audits: ["user.set_quota"], call: onUser({ quotaBytes }) },
  "users.update": { audits: ["user.update"], call: onUser({ displayName: "Eve", quotaBytes }) },
  "users.setState": { audits: ["user.suspend"], call: onUser({ state: "suspended" }) },
  "users.suspend": { audits: ["user.suspend"], call: onUser() },
  "users.resume": { audits: ["user.resume"], call: onUser({}, ({ ctx, userId }) => suspendUser(ctx, { userId })) },
  "users.remove": { audits: ["user.remove"], call: onUser() },
  "users.undelete": { audits: ["user.undelete"], call: onUser({}, ({ ctx, userId }) => removeUser(ctx, { userId })) },
  "users.purge": { audits: ["user.purge"], call: onUser({}, ({ ctx, userId }) => removeUser(ctx, { userId })) },
  "users.rename": { audits: ["user.rename"], call: onUser({ localPart: "eve" }) },
  "users.retry": {
    audits: ["user.retry"],
    call: onUser({}, ({ ctx, userId }) => setQuota(ctx, { userId, quotaBytes })),
  },
  "webmail.signIn": {
    audits: ["session.start"],
    async call({ services }) {
      const { people } = await testMailboxes(services, newName(), ["ana"]);
      return { context: anonymousContext(services), input: { address: people.ana.address, password } };
    },
  },
  "webmail.signOut": { audits: ["session.end"], call: byMailbox() },
  "webmail.send": {
    audits: ["message.sent"],
    call: byMailbox({ idempotencyKey: crypto.randomUUID(), to: ["x@elsewhere.test"], subject: "s", text: "t" }),
  },
  "webmail.setKeyword": { isSilent: ownMail },
  "webmail.move": { isSilent: ownMail },
  "webmail.update": { isSilent: ownMail },
  "webmail.remove": { isSilent: ownMail },
  "webmail.vacation.set": {
    audits: ["vacation.set"],
    call: byMailbox({
      ...{ isEnabled: true, fromDate: null, untilDate: null, zone: "+0000" },
      ...{ subject: "", text: "Away." },
    }),
  },
  "webmail.preferences.set": { isSilent: "how a page looks to its reader changes nothing for anybody" },
};
