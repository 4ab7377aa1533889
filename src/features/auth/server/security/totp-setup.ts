import { z } from "zod";
import { AppError } from "~/lib/errors";
import type { MemberCtx } from "~/server/context";

const lifetimeMs = 1_800_000;
const Setup = z.strictObject({ secret: z.string(), until: z.int() });
const purposeOf = ({ actor }: MemberCtx) => `totp-setup:${actor.personId}`;

/** A secret that is not in use yet, for its person to carry: nobody else can, and not for longer than half an hour. */
export const sealSetup = (ctx: MemberCtx, secret: string): string =>
  ctx.secretBox.seal(JSON.stringify({ secret, until: ctx.now().getTime() + lifetimeMs }), purposeOf(ctx));

/** The secret that `sealSetup` sealed. Throws `auth.sign_in_expired`. */
export function openSetup(ctx: MemberCtx, setup: string): string {
  try {
    const { secret, until } = Setup.parse(JSON.parse(ctx.secretBox.open(setup, purposeOf(ctx))));
    if (until > ctx.now().getTime()) return secret;
  } catch {
    // Said below: why it does not open is nobody's business.
  }
  throw new AppError("auth.sign_in_expired");
}
