import { eq } from "drizzle-orm";
import { identities, people } from "../../../../../db/schema";
import { inScope } from "../../../../../db/transaction";
import type { Context } from "~/server/context";
import type { ProviderId } from "~/lib/provider-ids";
import { findPerson } from "../find-person";
import { linkIdentity } from "./link-identity";
import type { Voucher } from "./provider";

type Person = typeof people.$inferSelect;

async function findByIdentity({ db, now }: Context, { subject, email }: Voucher): Promise<Person | null> {
  const [known] = await inScope(db, { lookup: subject }, (tx) =>
    tx.select({ personId: identities.personId }).from(identities).where(eq(identities.subject, subject)),
  );
  if (!known) return null;
  return inScope(db, known, async (tx) => {
    const seen = { lastUsedAt: now(), ...(email ? { email } : {}) };
    await tx.update(identities).set(seen).where(eq(identities.subject, subject));
    const [person] = await tx.select().from(people).where(eq(people.id, known.personId));
    return person ?? null;
  });
}

/**
 * The person behind whom a provider vouches for: who came by it before, else who has confirmed the very address that the provider proves,
 * who is told of it by mail. `null` for a newcomer.
 */
export async function findVouched(ctx: Context, provider: ProviderId, voucher: Voucher): Promise<Person | null> {
  const known = await findByIdentity(ctx, voucher);
  if (known) return known;
  if (!voucher.email || !voucher.isEmailProven) return null;
  const person = await findPerson(ctx, voucher.email);
  // An address that nobody confirmed is anybody's: a stranger may have signed up with it and wait for its owner to come by.
  if (!person?.emailConfirmedAt) return null;
  await linkIdentity(ctx, person, provider, voucher);
  return person;
}
