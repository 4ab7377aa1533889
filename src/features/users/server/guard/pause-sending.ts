import { enqueue } from "../../../../../jobs/enqueue";
import { guardCases } from "../../../../../db/schema";
import { findAudience } from "~/features/domains/server/alerts/find-audience";
import type { Ctx } from "~/server/context";
import { queueNotice } from "~/server/notices/queue-notice";
import { changeUser } from "../change-user";
import type { FoundSign } from "./find-sign";

/**
 * Stops a mailbox from sending, by whatever way, until a person has looked; it goes on receiving, and its owner may read. Once while it is
 * paused, however often it is asked for. The owner and whoever looks after the domain are told.
 */
export async function pauseSending(ctx: Ctx, userId: string, { sign, evidence }: FoundSign): Promise<void> {
  const { tenantId } = ctx;
  const now = ctx.now();
  await changeUser(ctx, userId, (user) =>
    user.sendingPausedAt
      ? null
      : {
          action: "guard.pause",
          set: { sendingPausedAt: now },
          after: { sign, ...evidence },
          async also(tx) {
            await tx.insert(guardCases).values({ tenantId, mailUserId: userId, sign, evidence, createdAt: now });
            await enqueue(tx, "guard.stop", { tenantId, userId }, { key: userId });
            const { address, recoveryEmail, recoveryConfirmedAt, domainId } = user;
            const audience = await findAudience(tx, ctx);
            const link = `${ctx.platform.appUrl}/admin/users/${userId}`;
            const admins =
              audience?.recipients.filter(({ domainIds }) => !domainIds || domainIds.includes(domainId)) ?? [];
            for (const { email, locale } of admins) {
              const fields = { company: audience!.company, address, link };
              await queueNotice(tx, ctx, { kind: "guard_paused", recipient: email, locale, fields, tenantId });
            }
            const locale = audience?.address?.locale ?? audience?.members[0]?.locale ?? "en";
            const own = [address, ...(recoveryEmail && recoveryConfirmedAt ? [recoveryEmail] : [])];
            for (const recipient of own)
              await queueNotice(tx, ctx, {
                kind: "guard_paused_own",
                recipient,
                locale,
                fields: { address },
                tenantId,
              });
          },
        },
  );
}
