import { encode } from "uqr";
import type { MemberCtx } from "~/server/context";
import type { TotpSetup } from "../../schema/security";
import { newTotpSecret, totpUri } from "./totp";
import { sealSetup } from "./totp-setup";

/** A new secret for an authenticator app, to be shown; nothing has changed before `confirmTotp` has seen a code of it. */
export async function beginTotp(ctx: MemberCtx): Promise<TotpSetup> {
  const secret = newTotpSecret();
  const uri = totpUri(secret, { issuer: "DeftMail", label: ctx.actor.email });
  const { data } = encode(uri, { ecc: "M", border: 2 });
  const picture = data.map((row) => row.map((isDark) => (isDark ? "1" : "0")).join(""));
  return { secret, uri, picture, setup: sealSetup(ctx, secret) };
}
