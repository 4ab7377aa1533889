import { and, eq } from "drizzle-orm";
import type { Transaction } from "../../../../../db/client";
import { forwardings, vacations } from "../../../../../db/schema";
import { isAgreed, type ForwardingRow } from "../forwarding/forwarding-view";
import { mailScript } from "./mail-script";

export type Wanted = { forwarding: ForwardingRow | undefined; script: string | null };

/** The script that the engine should run for a mailbox user with these addresses. */
export async function wantedScript(
  tx: Transaction,
  { tenantId, userId, addresses }: { tenantId: string; userId: string; addresses: readonly string[] },
): Promise<Wanted> {
  const own = <T extends typeof forwardings | typeof vacations>(table: T) =>
    and(eq(table.tenantId, tenantId), eq(table.mailUserId, userId));
  const [forwarding] = await tx.select().from(forwardings).where(own(forwardings));
  const [vacation] = await tx.select().from(vacations).where(own(vacations));
  const script = mailScript({
    forwarding: forwarding && isAgreed(forwarding) ? forwarding : null,
    absence: vacation?.isEnabled ? vacation : null,
    addresses,
  });
  return { forwarding, script };
}
