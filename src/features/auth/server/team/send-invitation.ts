import { randomBytes } from "node:crypto";
import { eq } from "drizzle-orm";
import type { Transaction } from "../../../../../db/client";
import { type invitations, people } from "../../../../../db/schema";
import type { MemberCtx } from "~/server/context";
import { queueNotice } from "~/server/notices/queue-notice";
import { hashToken } from "~/server/session-token";
import { roleWord } from "./role-word";

/** How long an invitation can be accepted; milliseconds. */
const validMs = 7 * 86_400_000;

type Row = typeof invitations.$inferSelect;

/** The link of an invitation: new with every mail, and only the newest opens anything. */
export function newLink(now: Date): { token: string; stored: Pick<Row, "tokenHash" | "expiresAt"> } {
  const token = randomBytes(32).toString("base64url");
  return { token, stored: { tokenHash: hashToken(token), expiresAt: new Date(now.getTime() + validMs) } };
}

/** Mails the link in the language of who invites. */
export async function sendInvitation(
  tx: Transaction,
  ctx: MemberCtx,
  { company, email, role, token }: { company: string; token: string } & Pick<Row, "email" | "role">,
): Promise<void> {
  const [inviter] = await tx
    .select({ name: people.name, email: people.email, locale: people.locale })
    .from(people)
    .where(eq(people.id, ctx.actor.personId));
  const locale = inviter?.locale ?? "en";
  await queueNotice(tx, ctx, {
    ...{ kind: "invitation", recipient: email, locale, tenantId: ctx.tenantId },
    fields: {
      ...{ company, inviter: inviter?.name || ctx.actor.email, role: roleWord(role, locale) },
      link: `${ctx.platform.appUrl}/invite#${token}`,
    },
  });
}
