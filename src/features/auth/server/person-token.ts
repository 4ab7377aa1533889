import { randomBytes } from "node:crypto";
import { and, eq, gt, inArray } from "drizzle-orm";
import type { Transaction } from "../../../../db/client";
import { personTokens } from "../../../../db/schema";
import type { personTokenKinds } from "../../../../db/schema/enums";
import { inScope } from "../../../../db/transaction";
import { AppError } from "~/lib/errors";
import type { Services } from "~/server/services";
import { hashToken } from "~/server/session-token";

export type PersonTokenKind = (typeof personTokenKinds)[number];
export type PersonToken = typeof personTokens.$inferSelect;

const minutes = 60_000;
/** A link that changes how one signs in lives for an hour (NIST SP 800-63B §4.2.1.2 allows a day for mail). */
const lifetimesMs: Record<PersonTokenKind, number> = {
  confirm_email: 24 * 60 * minutes,
  change_email: 60 * minutes,
  reset_password: 60 * minutes,
};

/** Pages that take a token. It stands behind the `#`, which browsers keep to themselves, so that no log and no `Referer` has it. */
const pages: Record<PersonTokenKind, string> = {
  confirm_email: "/confirm",
  change_email: "/confirm",
  reset_password: "/reset",
};

/** Makes a link of 256 random bits that works once; `tx` must see the person. `email` is the address it is mailed to. */
export async function issueLink(
  tx: Transaction,
  { now, platform }: Pick<Services, "now" | "platform">,
  { personId, kind, email }: { personId: string; kind: PersonTokenKind; email: string },
): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  const expiresAt = new Date(now().getTime() + lifetimesMs[kind]);
  await tx.insert(personTokens).values({ personId, kind, email, tokenHash: hashToken(token), expiresAt });
  return `${platform.appUrl}${pages[kind]}#${token}`;
}

/** Who and what a token of one of `kinds` is for; it stays usable. Throws `auth.link_invalid`. */
export async function findPersonToken(
  { db, now }: Services,
  token: string,
  ...kinds: PersonTokenKind[]
): Promise<PersonToken> {
  const tokenHash = hashToken(token);
  const valid = and(
    eq(personTokens.tokenHash, tokenHash),
    inArray(personTokens.kind, kinds),
    gt(personTokens.expiresAt, now()),
  );
  const [found] = await inScope(db, { lookup: tokenHash }, (tx) => tx.select().from(personTokens).where(valid));
  if (!found) throw new AppError("auth.link_invalid");
  return found;
}

/** Uses a token up: of several at once only one succeeds. `tx` must see its person. Throws `auth.link_invalid`. */
export async function usePersonToken(tx: Transaction, { id }: PersonToken): Promise<void> {
  const used = await tx.delete(personTokens).where(eq(personTokens.id, id)).returning({ id: personTokens.id });
  if (used.length === 0) throw new AppError("auth.link_invalid");
}

/** Makes the links of some kinds that a person was mailed worthless. `tx` must see the person. */
export async function voidPersonTokens(tx: Transaction, personId: string, ...kinds: PersonTokenKind[]): Promise<void> {
  await tx.delete(personTokens).where(and(eq(personTokens.personId, personId), inArray(personTokens.kind, kinds)));
}
