import { desc, eq, isNotNull } from "drizzle-orm";
import { people } from "../../../../db/schema";
import { inScope } from "../../../../db/transaction";
import type { Services } from "~/server/services";

/**
 * The one person whom an address lets in: who has confirmed it, else who signed up with it last. Whoever signs up with an address that
 * is another's thus learns nothing and gets nowhere.
 */
export async function findPerson({ db }: Services, email: string): Promise<typeof people.$inferSelect | null> {
  const [found] = await inScope(db, { lookup: email }, (tx) =>
    tx
      .select()
      .from(people)
      .where(eq(people.email, email))
      .orderBy(desc(isNotNull(people.emailConfirmedAt)), desc(people.id))
      .limit(1),
  );
  return found ?? null;
}
