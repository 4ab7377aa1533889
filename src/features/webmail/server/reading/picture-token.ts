import { z } from "zod";
import type { MailboxCtx } from "~/server/context";

/** Milliseconds: as long as somebody reads one message. */
const lifetime = 3_600_000;
const Token = z.strictObject({ url: z.string(), until: z.number() });

type Asked = Pick<MailboxCtx, "secretBox" | "actor" | "now">;

/** Opens for this session only, so that what one reader loads is of no use to anybody else. */
const purposeOf = ({ actor }: Asked) => `picture ${actor.sessionId}`;

/** Base64url and dots. */
export const sealPicture = (ctx: Asked, url: string): string =>
  ctx.secretBox.seal(JSON.stringify({ url, until: ctx.now().getTime() + lifetime }), purposeOf(ctx));

/** The address that was sealed for this session lately, else null. */
export function openPicture(ctx: Asked, token: string): string | null {
  try {
    const { url, until } = Token.parse(JSON.parse(ctx.secretBox.open(token, purposeOf(ctx))));
    return until > ctx.now().getTime() ? url : null;
  } catch {
    return null;
  }
}
