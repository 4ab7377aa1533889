import { randomBytes } from "node:crypto";
import { eq } from "drizzle-orm";
import type { Transaction } from "../../../../../db/client";
import { mailboxTokens, notices, tenants } from "../../../../../db/schema";
import { enqueueAll } from "../../../../../jobs/enqueue-all";
import type { Ctx } from "~/server/context";
import { noticePurpose } from "~/server/notices/queue-notice";
import type { NoticeFields } from "~/server/notices/notice-kinds";
import { hashToken } from "~/server/session-token";

/** As long as any invitation is good for. */
const lifetimeMs = 72 * 3_600_000;

export type Invited = { userId: string; address: string; email: string };

/**
 * Mails each new mailbox user of a chunk the link by which the first password is chosen, to the recovery address, if the transaction commits. As
 * `inviteUser` for one, in a few statements however many they are; the import as a whole is what was asked for once.
 */
export async function inviteCreated(
  tx: Transaction,
  ctx: Ctx,
  { invited, locale }: { invited: readonly Invited[]; locale: string },
): Promise<void> {
  if (invited.length === 0) return;
  const { tenantId } = ctx;
  const [tenant] = await tx.select({ name: tenants.name }).from(tenants).where(eq(tenants.id, tenantId));
  const expiresAt = new Date(ctx.now().getTime() + lifetimeMs);
  const made = invited.map((user) => ({
    ...user,
    id: Bun.randomUUIDv7(),
    token: randomBytes(32).toString("base64url"),
  }));
  await tx.insert(mailboxTokens).values(
    made.map(({ userId, email, token }) => ({
      ...{ tenantId, mailUserId: userId, kind: "invite" as const, email },
      ...{ tokenHash: hashToken(token), expiresAt, createdAt: ctx.now() },
    })),
  );
  const fieldsOf = ({ address, token }: (typeof made)[number]): NoticeFields<"mailbox_invite"> => ({
    ...{ company: tenant?.name ?? "", address, link: `${ctx.platform.appUrl}/welcome#${token}` },
  });
  await tx.insert(notices).values(
    made.map((user) => ({
      ...{ id: user.id, kind: "mailbox_invite", recipient: user.email, locale, tenantId },
      sealedFields: ctx.secretBox.seal(JSON.stringify(fieldsOf(user)), noticePurpose(user.id)),
    })),
  );
  await enqueueAll(
    tx,
    "notice.send",
    made.map(({ id }) => ({ payload: { noticeId: id }, key: id })),
  );
}
