import { createGate } from "~/lib/gate";
import { AppError } from "~/lib/errors";
import { picturePath } from "~/lib/picture-path";
import { mailboxContext, type Context, type MailboxCtx } from "~/server/context";
import { GuardError } from "~/server/guarded-fetch/guard-error";
import { guardedFetch } from "~/server/guarded-fetch/guarded-fetch";
import { targetRulesOf } from "~/server/guarded-fetch/target-rules";
import { openPicture } from "./picture-token";
import { pictureType } from "./picture-type";

const maxBytes = 5_000_000;
/** Milliseconds for all of it, redirects included. */
const timeoutMs = 10_000;
const maxRedirects = 3;
/** Pictures that are fetched at a time by one process: each may take `maxBytes` of memory. */
const gate = createGate(24, (waiting) => {
  if (waiting >= 500) throw new AppError("request.too_many", { retryAfterSeconds: 5 });
});

/** The same for everybody: nothing in it tells who reads. */
const headers = {
  accept: "image/avif,image/webp,image/png,image/jpeg,image/gif",
  "user-agent": "Mozilla/5.0 (compatible; DeftMail pictures)",
};

const refusal = (status: number) => new Response(null, { status });

/** Answers with a picture from the internet that was sealed for the session that asks. `null` for every other path. */
export async function pictureFiles(request: Request, pathname: string, context: Context): Promise<Response | null> {
  if (!pathname.startsWith(picturePath)) return null;
  if (request.method !== "GET" || request.headers.get("sec-fetch-site") === "cross-site") return refusal(403);
  if (!context.mailbox) return refusal(401);
  const ctx = mailboxContext(context);
  const url = openPicture(ctx, pathname.slice(picturePath.length));
  if (!url) return refusal(404);
  await ctx.rateLimit("pictures.mailbox", ctx.actor.mailUserId);
  return gate(() => fetchPicture(ctx, url));
}

async function fetchPicture(ctx: MailboxCtx, url: string): Promise<Response> {
  try {
    const answer = await guardedFetch(url, targetRulesOf(ctx.platform), { headers, timeoutMs, maxBytes, maxRedirects });
    const type = answer.status === 200 && !answer.isTruncated ? pictureType(answer.body) : null;
    if (!type) return refusal(415);
    return new Response(new Uint8Array(answer.body), {
      headers: { "content-type": type, "cache-control": "private, max-age=300" },
    });
  } catch (error) {
    if (error instanceof GuardError) return refusal(502);
    throw error;
  }
}
