import { identities, type people } from "../../../../../db/schema";
import { inScope } from "../../../../../db/transaction";
import { AppError } from "~/lib/errors";
import { auditPerson } from "~/server/audit-person";
import type { Context } from "~/server/context";
import { queueNotice } from "~/server/notices/queue-notice";
import type { ProviderId } from "~/lib/provider-ids";
import { changeOf } from "./factor-change";
import type { Voucher } from "./provider";

/**
 * Lets a person sign in by a provider's account from now on, and tells them. Throws `auth.provider_refused` when the account is another
 * person's way in, or became somebody's at the same moment.
 */
export async function linkIdentity(
  ctx: Context,
  person: Pick<typeof people.$inferSelect, "id" | "email" | "locale">,
  provider: ProviderId,
  { subject, email }: Voucher,
): Promise<void> {
  await inScope(ctx.db, { personId: person.id }, async (tx) => {
    const row = { personId: person.id, subject, provider, email: email ?? "", lastUsedAt: ctx.now() };
    const added = await tx.insert(identities).values(row).onConflictDoNothing().returning({ id: identities.id });
    if (added.length === 0) throw new AppError("auth.provider_refused");
    await queueNotice(tx, ctx, {
      ...{ kind: "second_factor_changed", recipient: person.email, locale: person.locale },
      fields: changeOf(ctx, person.locale, "added", provider),
    });
    await auditPerson(tx, ctx, person.id, { action: "identity.link", job: "sign-in", after: { provider, email } });
  });
}
