import { eq } from "drizzle-orm";
import { appPasswords, mailUsers } from "../../../db/schema";
import { activeDomain } from "~/features/domains/server/testing-domains";
import { createUser } from "~/features/users/server/create-user";
import { appliedUser } from "~/features/users/server/testing-users";
import { type Acts, byOwner, type World } from "./testing-act";

const newName = () => `a${Bun.randomUUIDv7().slice(-12)}.test`;
const quotaBytes = 1024 ** 3;
const email = () => `${Bun.randomUUIDv7()}@elsewhere.example`;

const onUser = (more: (userId: string, world: World, tenantId: string) => object | Promise<object> = () => ({})) =>
  byOwner(async (ctx, world) => {
    const { id: domainId } = await activeDomain(world.services, ctx, newName());
    const { id: userId } = await appliedUser(world.services, ctx, domainId, "ana");
    return { userId, ...(await more(userId, world, ctx.tenantId)) };
  });

/** How mailbox users get in, as those who administer them have a hand in it. */
export const accessActs: Acts = {
  "users.access.invite": {
    audits: ["access.invite"],
    call: byOwner(async (ctx, { services }) => {
      const { id: domainId } = await activeDomain(services, ctx, newName());
      const { id: userId } = await createUser(ctx, { domainId, localPart: "eve", displayName: "Eve", quotaBytes });
      return { userId, email: email() };
    }),
  },
  "users.access.sendReset": { audits: ["access.send_reset"], call: onUser() },
  "users.access.revokeLink": { audits: ["access.revoke_link"], call: onUser() },
  "users.access.proposeRecovery": {
    audits: ["access.propose_recovery"],
    call: onUser(() => ({ email: email() })),
  },
  "users.access.endSessions": { audits: ["access.end_sessions"], call: onUser() },
  "users.access.removeSecondFactor": {
    audits: ["access.remove_factor"],
    call: onUser(async (userId, { owner }) => {
      const totp = { sealedTotpSecret: "sealed", totpConfirmedAt: new Date() };
      await owner.update(mailUsers).set(totp).where(eq(mailUsers.id, userId));
      return {};
    }),
  },
  "users.access.revokeAppPassword": {
    audits: ["access.revoke_app"],
    call: onUser(async (userId, { owner }, tenantId) => {
      const row = { tenantId, mailUserId: userId, name: "Phone", engineKeyId: "none" };
      const [app] = await owner.insert(appPasswords).values(row).returning();
      return { appPasswordId: app!.id };
    }),
  },
};
