import { idempotencyKeys } from "../../../../../db/schema";
import { inScope } from "../../../../../db/transaction";
import type { Services } from "~/server/services";
import { hashToken } from "~/server/session-token";

/** Whether nobody has called it with `text` before; of two that come at once one is first. Remembered for at least a day, in the database. */
export async function spendOnce({ db, now }: Pick<Services, "db" | "now">, text: string): Promise<boolean> {
  const id = hashToken(`spent ${text}`);
  const written = await inScope(db, { lookup: id }, (tx) =>
    tx
      .insert(idempotencyKeys)
      .values({ id, bodyHash: "", leasedUntil: now() })
      .onConflictDoNothing()
      .returning({ id: idempotencyKeys.id }),
  );
  return written.length > 0;
}
