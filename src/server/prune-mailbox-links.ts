import { and, eq, lt } from "drizzle-orm";
import { appPasswords, mailboxNetworks, mailboxTokens } from "../../db/schema";
import { inScope } from "../../db/transaction";
import type { Services } from "./services";

const batch = 200;
const dayMs = 86_400_000;
/** An app password that is over still says for a while why the phone gets no mail. */
const overShownMs = 30 * dayMs;
/** Where somebody signed in from a year ago says nothing any more. */
const networksKeptMs = 365 * dayMs;

/** Forgets links for mailboxes that have run out, app passwords that have for a month, and networks that were last seen a year ago. */
export async function pruneMailboxLinks({ db, now }: Services): Promise<void> {
  const before = (ms: number) => new Date(now().getTime() - ms);
  const tables = [
    { table: mailboxTokens, isOver: lt(mailboxTokens.expiresAt, now()) },
    { table: appPasswords, isOver: lt(appPasswords.expiresAt, before(overShownMs)) },
    { table: mailboxNetworks, isOver: lt(mailboxNetworks.lastSeenAt, before(networksKeptMs)) },
  ];
  for (const { table, isOver } of tables) {
    const over = await inScope(db, { sweep: true }, (tx) =>
      tx.select({ id: table.id, tenantId: table.tenantId }).from(table).where(isOver).limit(batch),
    );
    for (const { id, tenantId } of over)
      await inScope(db, { tenantId }, (tx) =>
        tx.delete(table).where(and(eq(table.tenantId, tenantId), eq(table.id, id))),
      );
  }
}
