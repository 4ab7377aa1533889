import { inScope } from "../../../../db/transaction";
import type { Context, MemberCtx } from "~/server/context";
import type { Me } from "../schema";
import { findPlace, type Place } from "./find-place";
import { readMe } from "./get-me";
import { startSession } from "./start-session";

/**
 * Signs in a person who has proven who they are, whichever way: the one door behind password, second factor, passkey, provider and
 * change of tenant. Who has looked up their place already gives it. Throws what `findPlace` throws.
 */
export async function signInPerson(
  ctx: Context,
  person: { id: string; email: string },
  how: { hasSecondFactor: boolean; tenantId?: string; place?: Place; authenticatedAt?: Date },
): Promise<Me> {
  const place =
    how.place ?? (await inScope(ctx.db, { personId: person.id }, (tx) => findPlace(tx, person.id, how.tenantId)));
  const { hasSecondFactor, authenticatedAt } = how;
  const who = { kind: "member", email: person.email, hasSecondFactor, authenticatedAt, ...place } as const;
  let me!: Me;
  await startSession(ctx, who, async (tx, actor) => {
    me = await readMe(tx, actor as MemberCtx);
  });
  return me;
}
