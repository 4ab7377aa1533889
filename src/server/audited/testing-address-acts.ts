import { activeDomain } from "~/features/domains/server/testing-domains";
import { addAlias } from "~/features/users/server/aliases/add-alias";
import { getUser } from "~/features/users/server/get-user";
import { mailedToken } from "~/features/auth/server/testing-mailed";
import { setForwarding } from "~/features/users/server/forwarding/set-forwarding";
import { appliedUser } from "~/features/users/server/testing-users";
import { testMailboxes } from "~/features/webmail/server/testing-webmail";
import type { MemberCtx } from "../context";
import { anonymousContext, testMember } from "../testing";
import { type Acts, byOwner, type Call, type World } from "./testing-act";

const newName = () => `a${Bun.randomUUIDv7().slice(-12)}.test`;

type Made = { domainId: string; userId: string; otherId: string; aliasId: string };
/** Of a mailbox user who has an alias, beside another. */
const onAlias = (input: (made: Made, ctx: MemberCtx) => unknown) =>
  byOwner(async (ctx, { services }) => {
    const { id: domainId } = await activeDomain(services, ctx, newName());
    const { id: userId } = await appliedUser(services, ctx, domainId, "ana");
    const form = { domainId, userId, localPart: "info", note: "", isEnabled: true };
    const { id: aliasId } = await addAlias(ctx, form);
    const { id: otherId } = await appliedUser(services, ctx, domainId, "bo");
    return input({ domainId, userId, otherId, aliasId }, ctx);
  });

const target = "ana@elsewhere.example";
/** Of a mailbox user whose mail shall go on to a stranger. */
const onForwarding = (input: (userId: string) => unknown) =>
  byOwner(async (ctx, { services }) => {
    const { id: domainId } = await activeDomain(services, ctx, newName());
    const { id: userId } = await appliedUser(services, ctx, domainId, "ana");
    await setForwarding(ctx, { userId, target, keepsCopy: true });
    return input(userId);
  });
/** As `onForwarding`, by the user. */
const onOwn =
  (input?: unknown, isSet = true) =>
  async ({ services }: World): Promise<Call> => {
    const { people } = await testMailboxes(services, newName(), ["ana"]);
    if (isSet) await setForwarding(people.ana.ctx, { userId: people.ana.userId, target, keepsCopy: true });
    return { context: await people.ana.browser.visit((context) => context), input };
  };

/** What is done about addresses. */
export const addressActs: Acts = {
  "users.aliases.add": {
    audits: ["alias.add"],
    call: onAlias(({ domainId, userId }) => ({ domainId, userId, localPart: "shop" })),
  },
  "users.aliases.update": {
    audits: ["alias.update"],
    call: onAlias(({ aliasId }) => ({ aliasId, note: "Shop", isEnabled: false })),
  },
  "users.aliases.move": {
    audits: ["alias.move"],
    call: onAlias(({ aliasId, otherId }) => ({ aliasId, userId: otherId })),
  },
  "users.aliases.remove": { audits: ["alias.remove"], call: onAlias(({ aliasId }) => ({ aliasId })) },
  "users.forwarding.set": {
    audits: ["forwarding.set"],
    call: onAlias(({ userId }) => ({ userId, target, keepsCopy: true })),
  },
  "users.forwarding.resend": { audits: ["forwarding.ask"], call: onForwarding((userId) => ({ userId })) },
  "users.forwarding.remove": { audits: ["forwarding.remove"], call: onForwarding((userId) => ({ userId })) },
  "users.forwarding.confirm": {
    audits: ["forwarding.confirm"],
    async call(world) {
      const recipient = `${Bun.randomUUIDv7()}@elsewhere.example`;
      const { ctx } = await testMember(world.services);
      const { id: domainId } = await activeDomain(world.services, ctx, newName());
      const { id: userId } = await appliedUser(world.services, ctx, domainId, "ana");
      await setForwarding(ctx, { userId, target: recipient, keepsCopy: true });
      const token = await mailedToken(world.services, world.owner, recipient, "confirm_forwarding");
      return { context: anonymousContext(world.services), input: { token } };
    },
  },
  "webmail.forwarding.set": { audits: ["forwarding.set"], call: onOwn({ target, keepsCopy: true }, false) },
  "webmail.forwarding.resend": { audits: ["forwarding.ask"], call: onOwn() },
  "webmail.forwarding.remove": { audits: ["forwarding.remove"], call: onOwn() },
  "domains.addressing.setCatchAll": {
    audits: ["domain.set_catch_all"],
    call: onAlias(async ({ domainId, userId }, ctx) => {
      const { address } = await getUser(ctx, { userId });
      return { domainId, address };
    }),
  },
  "domains.addressing.setSubAddressing": {
    audits: ["domain.set_sub_addressing"],
    call: onAlias(({ domainId }) => ({ domainId, subAddressing: false })),
  },
  "domains.addressing.setAliasOf": {
    audits: ["domain.set_alias_of"],
    call: byOwner(async (ctx, { services }) => {
      const { id: mainId } = await activeDomain(services, ctx, newName());
      const { id: domainId } = await activeDomain(services, ctx, newName());
      return { domainId, mainId };
    }),
  },
};
