import type { Actor, Context, ResponseCookies } from "../context";
import { keyedCallOf } from "./idempotency-key";
import { claimCall, forgetCall, keepAnswer } from "./kept-answer";

type SetCookie = { name: string; value: string; maxAgeSeconds: number };
type Kept = { data?: unknown; cookies: SetCookie[] };

/** Passes cookies on and remembers them: whoever lost the answer lost them, too. */
function recording(cookies: ResponseCookies): { cookies: ResponseCookies; recorded: SetCookie[] } {
  const recorded: SetCookie[] = [];
  const set: ResponseCookies["set"] = (name, value, maxAgeSeconds) => {
    recorded.push({ name, value, maxAgeSeconds });
    cookies.set(name, value, maxAgeSeconds);
  };
  return { recorded, cookies: { ...cookies, set } };
}

/**
 * Does `work` once for all calls with the same `Idempotency-Key`: a repetition is given the first answer, its cookies too, for a day.
 * `work` tells what it answered, or null when it failed: then nothing is kept. Without a key it is simply done.
 */
export async function runOnce<Result>(
  { ctx, path, input }: { ctx: Context & { tenantId?: string; actor?: Actor }; path: string; input: unknown },
  work: (cookies: ResponseCookies) => Promise<{ result: Result; answered: { data: unknown } | null }>,
): Promise<{ result: Result } | { repeated: unknown }> {
  const call = keyedCallOf(ctx, path, input);
  if (!call) return work(ctx.cookies);
  const claim = await claimCall(ctx, call);
  if ("answer" in claim) {
    const kept = JSON.parse(claim.answer) as Kept;
    for (const { name, value, maxAgeSeconds } of kept.cookies) ctx.cookies.set(name, value, maxAgeSeconds);
    return { repeated: kept.data };
  }
  const { cookies, recorded } = recording(ctx.cookies);
  const { result, answered } = await work(cookies);
  const kept: Kept | null = answered && { data: answered.data, cookies: recorded };
  const done = kept
    ? keepAnswer(ctx, call, claim.leasedUntil, JSON.stringify(kept))
    : forgetCall(ctx, call, claim.leasedUntil);
  // The work is done, or has failed, whatever becomes of the note about it.
  await done.catch((error: unknown) =>
    ctx.log.error("the answer to a call with an Idempotency-Key was not kept", { request_id: ctx.requestId, error }),
  );
  return { result };
}
