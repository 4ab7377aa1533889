import { z } from "zod";
import { openCookie, sealCookie } from "~/features/auth/server/oauth/sealed-cookie";
import type { Context } from "~/server/context";

const Challenge = z.strictObject({
  ...{ tenantId: z.uuid(), mailUserId: z.uuid() },
  /** Of this one sign-in: what it was worth is spent when it succeeds. */
  attemptId: z.uuid(),
  /** Says whether the password is still the one that was given. */
  passwordMark: z.string(),
});
export type MailChallenge = z.infer<typeof Challenge>;

const cookie = { name: "mail_challenge", seconds: 300, shape: Challenge };

type Whose = { id: string; tenantId: string; passwordHash: string };

/** Changes with the password. */
export const mailPasswordMark = ({ secretBox }: Pick<Context, "secretBox">, { id, passwordHash }: Whose): string =>
  secretBox.fingerprint(passwordHash, `mailbox-sign-in:${id}`);

/** Remembers in the browser, for five minutes, which mailbox user has taken the first step of signing in. */
export const giveMailChallenge = (ctx: Context, user: Whose): void =>
  sealCookie(ctx, cookie, {
    ...{ tenantId: user.tenantId, mailUserId: user.id },
    ...{ attemptId: Bun.randomUUIDv7(), passwordMark: mailPasswordMark(ctx, user) },
  });

/** Who has taken the first step in this browser less than five minutes ago; else `null`. */
export const findMailChallenge = (ctx: Context): MailChallenge | null => openCookie(ctx, cookie);

export const clearMailChallenge = (ctx: Context): void => ctx.cookies.clear(cookie.name);
