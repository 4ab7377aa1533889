import type { Transaction } from "../../../../../db/client";
import { audit } from "~/server/audit";
import type { MemberCtx } from "~/server/context";
import { type EndedPersonSession, endPersonSessions } from "~/server/end-person-sessions";
import { queueNotice } from "~/server/notices/queue-notice";
import { factorChanges } from "./factor-changes";

export type FactorChangeKind = keyof typeof factorChanges;

/**
 * Writes down that a person's ways to sign in have changed, mails it to them, and ends their other sessions if they wish so. Give the answer
 * to `releasePersonSessions` after the commit.
 */
export async function recordFactorChange(
  tx: Transaction,
  ctx: MemberCtx,
  person: { id: string; email: string; locale: string; emailConfirmedAt: Date | null },
  change: { kind: FactorChangeKind; signOutOthers: boolean; after?: Record<string, unknown> },
): Promise<EndedPersonSession[]> {
  const { kind, signOutOthers, after } = change;
  await audit(tx, ctx, {
    action: `auth.${kind}`,
    subject: { type: "member", id: ctx.actor.memberId },
    after: { ...after, signOutOthers },
  });
  // An address that nobody has confirmed may be a stranger's.
  if (person.emailConfirmedAt)
    await queueNotice(tx, ctx, {
      ...{ kind: "second_factor_changed", recipient: person.email, locale: person.locale },
      fields: {
        change: factorChanges[kind][person.locale.startsWith("de") ? "de" : "en"],
        link: `${ctx.platform.appUrl}/admin/security`,
      },
    });
  return signOutOthers ? endPersonSessions(tx, person.id, ctx.actor.sessionId) : [];
}
