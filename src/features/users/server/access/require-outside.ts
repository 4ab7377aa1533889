import { domainToASCII } from "node:url";
import { and, eq, isNotNull } from "drizzle-orm";
import { aliases, domains } from "../../../../../db/schema";
import { inScope } from "../../../../../db/transaction";
import { isOutside } from "~/features/domains/server/alerts/is-outside";
import { AppError } from "~/lib/errors";
import type { Services } from "~/server/services";

const domainOf = (email: string) => email.slice(email.lastIndexOf("@") + 1);

/** Whether mail to a domain is stopped here, because its owner could no longer be told; of whichever tenant. */
export async function isFrozenDomain({ db }: Pick<Services, "db">, email: string): Promise<boolean> {
  const typed = domainOf(email);
  const isFrozen = and(eq(domains.name, domainToASCII(typed) || typed), isNotNull(domains.frozenUntil));
  const found = await inScope(db, { sweep: true }, (tx) => tx.select({ id: domains.id }).from(domains).where(isFrozen));
  return found.length > 0;
}

/**
 * Refuses an address as the way back into a mailbox if it would not work without that mailbox: one of the same domain, another name of the
 * mailbox itself, or one of a domain that is frozen. Throws `request.invalid` with an issue for `email`.
 */
export async function requireOutside(
  services: Pick<Services, "db">,
  email: string,
  user: { id: string; tenantId: string; address: string },
): Promise<void> {
  const refuse = () =>
    new AppError("request.invalid", { issues: [{ path: "email", message: "access.issue_recovery_inside" }] });
  if (!isOutside(email, [domainOf(user.address)])) throw refuse();
  const { tenantId } = user;
  const own = and(eq(aliases.tenantId, tenantId), eq(aliases.mailUserId, user.id), eq(aliases.address, email));
  const held = await inScope(services.db, { tenantId }, (tx) => tx.select({ id: aliases.id }).from(aliases).where(own));
  const holdsIt = held.length > 0;
  if (holdsIt || (await isFrozenDomain(services, email))) throw refuse();
}
