import { type Context, memberContext } from "~/server/context";
import type { Me } from "../schema";
import { findPlace } from "./find-place";
import { getMe } from "./get-me";
import { startSession } from "./start-session";

/**
 * Signs in a person who has proven who they are, whichever way: the one door behind password, second factor, passkey, provider and
 * change of tenant. Throws what `findPlace` throws.
 */
export async function signInPerson(
  ctx: Context,
  person: { id: string; email: string },
  how: { hasSecondFactor: boolean; tenantId?: string; authenticatedAt?: Date },
): Promise<Me> {
  const place = await findPlace(ctx, person.id, how.tenantId);
  const { hasSecondFactor, authenticatedAt } = how;
  const who = { kind: "member", email: person.email, hasSecondFactor, authenticatedAt, ...place } as const;
  const signedIn = await startSession(ctx, who);
  return getMe(memberContext(signedIn));
}
