import { z } from "zod";
import { AppError } from "~/lib/errors";
import type { Context } from "~/server/context";
import { openCookie, sealCookie } from "../oauth/sealed-cookie";
import { spendOnce } from "./spend-once";

/** What a passkey is asked for: an answer to one question is none to another. */
const Use = z.enum(["add", "sign_in", "step_up"]);
const Asked = z.strictObject({ challenge: z.string(), use: Use, personId: z.uuid().nullable() });
export type Asked = z.infer<typeof Asked>;

const cookie = { name: "dm_passkey", seconds: 300, shape: Asked };
type Jar = Pick<Context, "cookies" | "secretBox" | "now" | "db">;

/** Remembers in the browser what its passkeys were asked; the next question takes its place. */
export const givePasskeyChallenge = (ctx: Jar, asked: Asked): void => sealCookie(ctx, cookie, asked);

/** What this browser's passkeys were asked, for `use` and `personId`; each question is answered once. Throws `auth.sign_in_expired`. */
export async function takePasskeyChallenge(ctx: Jar, { use, personId }: Omit<Asked, "challenge">): Promise<string> {
  const asked = openCookie(ctx, cookie);
  ctx.cookies.clear(cookie.name);
  const fits = asked?.use === use && asked.personId === personId;
  if (!fits || !(await spendOnce(ctx, `passkey ${asked.challenge}`))) throw new AppError("auth.sign_in_expired");
  return asked.challenge;
}
