import { randomBytes } from "node:crypto";
import { and, eq, gt, inArray } from "drizzle-orm";
import type { Transaction } from "../../../../../db/client";
import { mailboxTokens } from "../../../../../db/schema";
import type { mailboxTokenKinds } from "../../../../../db/schema/enums";
import { inScope } from "../../../../../db/transaction";
import { AppError } from "~/lib/errors";
import type { Services } from "~/server/services";
import { hashToken } from "~/server/session-token";

export type MailboxTokenKind = (typeof mailboxTokenKinds)[number];
export type MailboxToken = typeof mailboxTokens.$inferSelect;

const hour = 3_600_000;
/** An invitation may wait over a weekend; a link for a mailbox that is in use lives as short as a mail needs (ASVS V6.4.1). */
const lifetimesMs: Record<MailboxTokenKind, number> = { invite: 72 * hour, reset: hour, recovery_email: 24 * hour };
/** A link for a password makes every earlier one worthless, whichever of the two it was. */
const ofOneSort: Record<MailboxTokenKind, MailboxTokenKind[]> = {
  invite: ["invite", "reset"],
  reset: ["invite", "reset"],
  recovery_email: ["recovery_email"],
};

/**
 * Makes a link of 256 random bits to the page that takes it; it works once, and those before it no more. `email` is the address that it is
 * mailed to. The token stands behind the `#`, so that no log and no `Referer` has it. `tx` must see the mailbox user.
 */
export async function issueMailboxLink(
  tx: Transaction,
  { now, platform }: Pick<Services, "now" | "platform">,
  wanted: { tenantId: string; mailUserId: string; kind: MailboxTokenKind; email?: string | null; lifetimeMs?: number },
): Promise<{ link: string; expiresAt: Date }> {
  const { tenantId, mailUserId, kind, email = null, lifetimeMs = lifetimesMs[kind] } = wanted;
  const token = randomBytes(32).toString("base64url");
  const expiresAt = new Date(now().getTime() + lifetimeMs);
  await voidMailboxLinks(tx, { tenantId, mailUserId }, ...ofOneSort[kind]);
  await tx
    .insert(mailboxTokens)
    .values({ tenantId, mailUserId, kind, email, tokenHash: hashToken(token), expiresAt, createdAt: now() });
  return { link: `${platform.appUrl}/welcome#${token}`, expiresAt };
}

/** Whom and what a token is for; it stays usable. Throws `auth.link_invalid`. */
export async function findMailboxLink({ db, now }: Pick<Services, "db" | "now">, token: string): Promise<MailboxToken> {
  const tokenHash = hashToken(token);
  const valid = and(eq(mailboxTokens.tokenHash, tokenHash), gt(mailboxTokens.expiresAt, now()));
  const [found] = await inScope(db, { lookup: tokenHash }, (tx) => tx.select().from(mailboxTokens).where(valid));
  if (!found) throw new AppError("auth.link_invalid");
  return found;
}

/** Uses a token up: of several at once only one succeeds. Throws `auth.link_invalid`. */
export async function useMailboxLink(tx: Transaction, { id, tenantId }: MailboxToken): Promise<void> {
  const own = and(eq(mailboxTokens.tenantId, tenantId), eq(mailboxTokens.id, id));
  const used = await tx.delete(mailboxTokens).where(own).returning({ id: mailboxTokens.id });
  if (used.length === 0) throw new AppError("auth.link_invalid");
}

/** Makes links of some kinds worthless. Answers how many there were. */
export async function voidMailboxLinks(
  tx: Transaction,
  { tenantId, mailUserId }: { tenantId: string; mailUserId: string },
  ...kinds: MailboxTokenKind[]
): Promise<number> {
  const own = and(eq(mailboxTokens.tenantId, tenantId), eq(mailboxTokens.mailUserId, mailUserId));
  const gone = await tx
    .delete(mailboxTokens)
    .where(and(own, inArray(mailboxTokens.kind, kinds)))
    .returning({ id: mailboxTokens.id });
  return gone.length;
}
