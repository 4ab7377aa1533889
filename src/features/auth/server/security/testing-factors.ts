import type { MemberCtx } from "~/server/context";
import { addPasskey } from "./add-passkey";
import { beginPasskey } from "./begin-passkey";
import { beginTotp } from "./begin-totp";
import { confirmTotp } from "./confirm-totp";
import { testAuthenticator } from "./testing-authenticator";
import { totpCode } from "./totp";

type As = <T>(work: (ctx: MemberCtx) => Promise<T>) => Promise<T>;

/** Adds an authenticator app, and answers with its secret and the recovery codes. */
export async function withTotp(as: As) {
  const { secret, setup } = await as(beginTotp);
  const at = await as(async (ctx) => ctx.now());
  const code = totpCode(secret, at);
  const { recoveryCodes } = await as((ctx) => confirmTotp(ctx, { setup, code, signOutOthers: false }));
  return { secret, recoveryCodes: recoveryCodes ?? [], usedCode: code };
}

/** Adds a passkey, and answers with the authenticator that holds it. */
export async function withPasskey(as: As, name = "Phone") {
  const authenticator = testAuthenticator();
  const creation = await as(beginPasskey);
  const made = authenticator.make(creation);
  const { recoveryCodes } = await as((ctx) => addPasskey(ctx, { name, made, signOutOthers: false }));
  return { authenticator, recoveryCodes: recoveryCodes ?? [] };
}
