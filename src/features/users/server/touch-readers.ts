import { and, eq } from "drizzle-orm";
import type { Transaction } from "../../../../db/client";
import { aliases } from "../../../../db/schema";
import { touchCatching } from "~/features/domains/server/addressing/touch-domains";
import type { Ctx } from "~/server/context";
import { touchGroupsOf } from "./groups/touch-groups-of";
import type { MailUserRow } from "./mail-user-view";

/** To be called when a mailbox user begins or ends to get mail: groups and domains that pass mail on to them are brought to the engine anew. */
export async function touchReaders(
  tx: Transaction,
  { tenantId }: Ctx,
  { id, address, mayReceive }: Pick<MailUserRow, "id" | "address" | "mayReceive">,
  after: { mayReceive: boolean },
): Promise<void> {
  if (mayReceive === after.mayReceive) return;
  await touchGroupsOf(tx, tenantId, id);
  const own = and(eq(aliases.tenantId, tenantId), eq(aliases.mailUserId, id));
  const others = await tx.select({ address: aliases.address }).from(aliases).where(own);
  await touchCatching(tx, tenantId, address, ...others.map((alias) => alias.address));
}
