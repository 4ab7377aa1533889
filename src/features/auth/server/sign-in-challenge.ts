import { z } from "zod";
import type { Context } from "~/server/context";
import { openCookie, sealCookie } from "./oauth/sealed-cookie";

const Challenge = z.strictObject({
  personId: z.uuid(),
  /** Of this one sign-in: what it was worth is spent when it succeeds. */
  attemptId: z.uuid(),
  /** Says whether the password is still the one that was given. */
  passwordMark: z.string(),
});
export type Challenge = z.infer<typeof Challenge>;

const cookie = { name: "dm_challenge", seconds: 300, shape: Challenge };

type Person = { id: string; passwordHash: string | null };

/** Changes with the password. */
export const passwordMarkOf = ({ secretBox }: Pick<Context, "secretBox">, person: Person): string =>
  secretBox.fingerprint(person.passwordHash ?? "", `sign-in:${person.id}`);

/** Remembers in the browser, for five minutes, who has taken the first step. */
export const giveChallenge = (ctx: Context, person: Person): void =>
  sealCookie(ctx, cookie, {
    personId: person.id,
    attemptId: Bun.randomUUIDv7(),
    passwordMark: passwordMarkOf(ctx, person),
  });

/** Who has taken the first step in this browser less than five minutes ago; else `null`. */
export const findChallenge = (ctx: Context): Challenge | null => openCookie(ctx, cookie);

export const clearChallenge = (ctx: Context): void => ctx.cookies.clear(cookie.name);
