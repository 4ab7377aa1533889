import { and, eq, lt } from "drizzle-orm";
import { idempotencyKeys } from "../../../db/schema";
import { inScope } from "../../../db/transaction";
import { AppError } from "../../lib/errors";
import type { Services } from "../services";
import type { KeyedCall } from "./idempotency-key";

/** Longer than any call takes. After it the first call is given up for dead, and the next one does the work. */
const leaseMs = 120_000;
const keptMs = 86_400_000;

/** Either what was answered before, or the right to do it now; `leasedUntil` fences who comes too late. */
export type Claim = { answer: string } | { leasedUntil: Date };

const purposeOf = ({ id }: KeyedCall) => `idempotency:${id}`;

/** Throws `request.key_reused` for another input under the same key, `request.in_progress` while the first call runs. */
export async function claimCall({ db, secretBox, now }: Services, call: KeyedCall): Promise<Claim> {
  const createdAt = now();
  const leasedUntil = new Date(createdAt.getTime() + leaseMs);
  const own = eq(idempotencyKeys.id, call.id);
  const found = await inScope(db, { lookup: call.id }, async (tx) => {
    await tx.delete(idempotencyKeys).where(and(own, lt(idempotencyKeys.createdAt, new Date(+createdAt - keptMs))));
    const row = { ...call, leasedUntil, createdAt };
    const [made] = await tx.insert(idempotencyKeys).values(row).onConflictDoNothing().returning();
    if (made) return null;
    const [held] = await tx.select().from(idempotencyKeys).where(own).for("update");
    if (!held) throw new AppError("request.in_progress", { retryAfterSeconds: 1 });
    if (held.bodyHash !== call.bodyHash) throw new AppError("request.key_reused");
    if (held.sealedAnswer) return held.sealedAnswer;
    if (held.leasedUntil > createdAt) throw new AppError("request.in_progress", { retryAfterSeconds: 1 });
    await tx.update(idempotencyKeys).set({ leasedUntil }).where(own);
    return null;
  });
  return found === null ? { leasedUntil } : { answer: secretBox.open(found, purposeOf(call)) };
}

const whileLeased = (call: KeyedCall, leasedUntil: Date) =>
  and(eq(idempotencyKeys.id, call.id), eq(idempotencyKeys.leasedUntil, leasedUntil));

/** Keeps the answer for a day, sealed: what is shown only once may be in it. */
export async function keepAnswer({ db, secretBox }: Services, call: KeyedCall, leasedUntil: Date, answer: string) {
  const sealedAnswer = secretBox.seal(answer, purposeOf(call));
  await inScope(db, { lookup: call.id }, (tx) =>
    tx.update(idempotencyKeys).set({ sealedAnswer }).where(whileLeased(call, leasedUntil)),
  );
}

/** Forgets a call that failed: the same key may try again. */
export async function forgetCall({ db }: Services, call: KeyedCall, leasedUntil: Date) {
  await inScope(db, { lookup: call.id }, (tx) => tx.delete(idempotencyKeys).where(whileLeased(call, leasedUntil)));
}
