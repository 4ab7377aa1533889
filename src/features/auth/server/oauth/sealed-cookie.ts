import { z } from "zod";
import type { Context } from "~/server/context";

type Sealed<T> = { name: string; seconds: number; shape: z.ZodType<T> };
type Jar = Pick<Context, "cookies" | "secretBox" | "now">;

const Wrapped = z.object({ until: z.int(), value: z.unknown() });

/** Puts `value` into the browser so that it can neither be read nor changed there, for a while. */
export function sealCookie<T>(ctx: Jar, { name, seconds }: Sealed<T>, value: T): void {
  const until = ctx.now().getTime() + seconds * 1000;
  ctx.cookies.set(name, ctx.secretBox.seal(JSON.stringify({ until, value }), `cookie:${name}`), seconds);
}

/** What `sealCookie` put there, `null` when it is over, missing or not ours. */
export function openCookie<T>(ctx: Jar, { name, shape }: Sealed<T>): T | null {
  const sealed = ctx.cookies.get(name);
  if (!sealed) return null;
  try {
    const { until, value } = Wrapped.parse(JSON.parse(ctx.secretBox.open(sealed, `cookie:${name}`)));
    return until > ctx.now().getTime() ? shape.parse(value) : null;
  } catch {
    return null;
  }
}
