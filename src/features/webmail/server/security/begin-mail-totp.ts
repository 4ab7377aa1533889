import { z } from "zod";
import { newTotpSecret, totpUri } from "~/features/auth/server/security/totp";
import type { TotpSetup } from "~/features/auth/schema/security";
import { qrRows } from "~/features/users/server/access/show-link";
import { AppError } from "~/lib/errors";
import type { MailboxCtx } from "~/server/context";
import { requireFresh } from "./require-fresh";

const lifetimeMs = 1_800_000;
const Setup = z.strictObject({ secret: z.string(), until: z.int() });
const purposeOf = ({ actor }: MailboxCtx) => `mailbox-totp-setup:${actor.mailUserId}`;

/**
 * A new secret for an authenticator app, to be shown; nothing has changed before `confirmMailTotp` has seen a code of it. Until then its
 * user carries it, sealed, for half an hour. Throws `auth.reauth_required`.
 */
export async function beginMailTotp(ctx: MailboxCtx): Promise<TotpSetup> {
  await requireFresh(ctx);
  const secret = newTotpSecret();
  const uri = totpUri(secret, { issuer: "DeftMail", label: ctx.actor.address });
  const until = ctx.now().getTime() + lifetimeMs;
  const setup = ctx.secretBox.seal(JSON.stringify({ secret, until }), purposeOf(ctx));
  return { secret, uri, picture: qrRows(uri), setup };
}

/** The secret that `beginMailTotp` sealed. Throws `auth.sign_in_expired`. */
export function openMailTotpSetup(ctx: MailboxCtx, setup: string): string {
  try {
    const { secret, until } = Setup.parse(JSON.parse(ctx.secretBox.open(setup, purposeOf(ctx))));
    if (until > ctx.now().getTime()) return secret;
  } catch {
    // Said below: why it does not open is nobody's business.
  }
  throw new AppError("auth.sign_in_expired");
}
