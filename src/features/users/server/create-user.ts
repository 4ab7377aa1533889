import { and, eq, lt } from "drizzle-orm";
import type { Transaction } from "../../../../db/client";
import type { DomainState } from "../../../../db/schema/enums";
import { domains, mailUsers } from "../../../../db/schema";
import { enqueue } from "../../../../jobs/enqueue";
import { hashPassword } from "~/features/auth/server/password-hash";
import { requireStrongPassword } from "~/features/auth/server/password-strength";
import { AppError } from "~/lib/errors";
import { parseLocalPart } from "~/lib/local-part";
import { audit } from "~/server/audit";
import { type Ctx, requireRole } from "~/server/context";
import { requireReach } from "~/server/domain-reach";
import { requireConfirmed } from "~/server/require-confirmed";
import type { CreateUser, MailUser } from "../schema";
import { toMailUser } from "./mail-user-view";
import { requireRoom } from "./require-room";

/** Once a domain was active it keeps its users, whatever its records say today. */
const usable: DomainState[] = ["active", "attention", "broken"];
/** For so long nobody else gets the address of a deleted mailbox user, and the mail that still comes for them. */
const addressKeptMs = 30 * 86_400_000;

/**
 * Creates a mailbox user; the job that follows creates the account in the engine. The password is hashed here, once. Throws
 * `domain.not_found`, `domain.not_active`, `user.address_invalid`, `user.address_taken`, `auth.weak_password`, `auth.not_confirmed`,
 * `tenant.limit_reached`.
 */
export async function createUser(ctx: Ctx, input: CreateUser): Promise<MailUser> {
  requireRole(ctx, "owner", "admin", "domain_admin");
  const { domainId, displayName, password, quotaBytes } = input;
  requireReach(ctx, domainId);
  const domain = await ctx.tx((tx) => requireDomain(tx, ctx, domainId));
  const localPart = requireLocalPart(input.localPart, domain.name);
  const address = `${localPart}@${domain.name}`;
  requireStrongPassword(password, [address, displayName]);
  const passwordHash = await hashPassword(password);
  const row = await ctx.tx(async (tx) => {
    await requireConfirmed(tx, ctx);
    await requireDomain(tx, ctx, domainId);
    await requireRoom(tx, ctx.tenantId, { users: 1, bytes: quotaBytes });
    await freeAddress(tx, ctx, address);
    const [created] = await tx
      .insert(mailUsers)
      .values({ tenantId: ctx.tenantId, domainId, localPart, address, displayName, passwordHash, quotaBytes })
      .onConflictDoNothing()
      .returning();
    if (!created)
      throw new AppError("user.address_taken", {
        issues: [{ path: "localPart", message: "users.issue_address_taken" }],
      });
    const subject = { type: "mail_user", id: created.id } as const;
    await audit(tx, ctx, { action: "user.create", subject, after: { address, displayName, quotaBytes } });
    await enqueue(
      tx,
      "engine.apply",
      { tenantId: ctx.tenantId, kind: "mail_user", id: created.id },
      { key: created.id },
    );
    return created;
  });
  ctx.events.publish({ tenantId: ctx.tenantId, topic: "user", subjectId: row.id });
  return toMailUser(row);
}

/** Held for sharing, so that the domain cannot be given up before the user is there. */
async function requireDomain(tx: Transaction, ctx: Ctx, domainId: string) {
  const own = and(eq(domains.tenantId, ctx.tenantId), eq(domains.id, domainId));
  const [domain] = await tx.select().from(domains).where(own).for("share");
  if (!domain) throw new AppError("domain.not_found");
  if (!usable.includes(domain.state)) throw new AppError("domain.not_active");
  return domain;
}

function requireLocalPart(typed: string, domainName: string): string {
  const suffix = `@${domainName}`;
  const text = typed.trim();
  const name = text.toLowerCase().endsWith(suffix) ? text.slice(0, -suffix.length) : text;
  const localPart = parseLocalPart(name);
  if (localPart) return localPart;
  throw new AppError("user.address_invalid", {
    issues: [{ path: "localPart", message: "users.issue_address_invalid" }],
  });
}

async function freeAddress(tx: Transaction, ctx: Ctx, address: string): Promise<void> {
  const isOver = lt(mailUsers.deletedAt, new Date(ctx.now().getTime() - addressKeptMs));
  const own = and(eq(mailUsers.tenantId, ctx.tenantId), eq(mailUsers.address, address));
  await tx.delete(mailUsers).where(and(own, eq(mailUsers.state, "deleted"), isOver));
}
