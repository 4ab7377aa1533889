import { activeDomain } from "~/features/domains/server/testing-domains";
import { appliedUser } from "~/features/users/server/testing-users";
import { type Acts, byOwner } from "./testing-act";

const pair = { perHour: 50, perDay: 200 };

/** A mailbox user under a domain of the owner. */
const onUser = (input: (made: { domainId: string; userId: string }) => unknown) =>
  byOwner(async (ctx, { services }) => {
    const { id: domainId } = await activeDomain(services, ctx, `a${Bun.randomUUIDv7().slice(-12)}.test`);
    const { id: userId } = await appliedUser(services, ctx, domainId, "ana");
    return input({ domainId, userId });
  });

/** What is done about limits on sending. */
export const limitActs: Acts = {
  "users.limits.set": { audits: ["user.set_send_limits"], call: onUser(({ userId }) => ({ userId, ...pair })) },
  "users.limits.setDomain": {
    audits: ["domain.set_send_limits"],
    call: onUser(({ domainId }) => ({ domainId, ...pair })),
  },
};
