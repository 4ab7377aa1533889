import { eq } from "drizzle-orm";
import { passkeys } from "../../../../db/schema";
import { inScope } from "../../../../db/transaction";
import type { Context } from "~/server/context";
import type { PasskeyRequest } from "../schema/passkeys";
import { askPasskey } from "./security/ask-passkey";
import { findChallenge } from "./sign-in-challenge";

/**
 * The question that signing in with a passkey begins with. It names nobody, unless somebody has given their password already: then it asks
 * for that person's passkeys. Throws `request.too_many`.
 */
export async function askPasskeyToSignIn(ctx: Context): Promise<PasskeyRequest> {
  await ctx.rateLimit("sign-in.ip", ctx.ip);
  const personId = findChallenge(ctx)?.personId ?? null;
  const known = personId
    ? await inScope(ctx.db, { personId }, (tx) => tx.select().from(passkeys).where(eq(passkeys.personId, personId)))
    : [];
  return askPasskey(ctx, { use: "sign_in", personId: null, known });
}
