import { AppError } from "../lib/errors";
import { type Context, type MemberCtx, memberContext } from "./context";
import { csvStream } from "./csv";
import { exportRefused } from "./export-refused";
import { recordDenial } from "./record-denial";
import { textStream } from "./text-stream";
import { failureOf, freshMs } from "./trpc";

export type ExportFile = {
  /** Of ASCII letters, digits and hyphens; the date is added. */
  name: string;
} & (
  | { head: readonly string[]; batches: AsyncIterator<string[][], void> }
  /** A file that is JSON, in pieces. */
  | { pieces: AsyncIterator<string, void> }
);
export type ExportSource = {
  /** The page that offers the file, where one is led back to. */
  page: string;
  /** What the log calls a denial of it. */
  procedure: string;
  /** Checks role and filter, writes the audit row, and begins. Whatever it throws refuses the file before its first byte. */
  open: (ctx: MemberCtx, query: Record<string, string>) => Promise<ExportFile>;
};

/** What stands in the way of anybody's download, whatever it is. Throws. */
function gate(request: Request, ctx: MemberCtx): void {
  if (request.headers.get("sec-fetch-site") === "cross-site") throw new AppError("auth.cross_site");
  if (ctx.actor.isRestricted) throw new AppError("auth.second_factor_required");
  if (ctx.now().getTime() - ctx.actor.authenticatedAt.getTime() > freshMs) throw new AppError("auth.reauth_required");
}

/** Programs are told to wait in the form in which they are told it elsewhere. */
const readsPages = (request: Request) => (request.headers.get("accept") ?? "").includes("text/html");

const contentOf = (file: ExportFile) =>
  "pieces" in file
    ? { body: textStream(file.pieces), type: "application/json", ending: "json" }
    : { body: csvStream(file.head, file.batches), type: "text/csv; charset=utf-8; header=present", ending: "csv" };

/**
 * Answers a GET for a file to a member who proved a moment ago who they are. The name in the header is made of our own letters only, so
 * it needs no encoding (RFC 6266 section 4.3). Whoever is refused gets a page that says why; who is not signed in is sent to sign in.
 */
export async function answerExport(request: Request, context: Context, source: ExportSource): Promise<Response> {
  const { page, procedure } = source;
  try {
    const ctx = memberContext(context);
    gate(request, ctx);
    await ctx.rateLimit("export.member", ctx.actor.memberId);
    const query = Object.fromEntries([...new URL(request.url).searchParams].filter(([, value]) => value !== ""));
    const file = await source.open(ctx, query);
    const { body, type, ending } = contentOf(file);
    const day = ctx.now().toISOString().slice(0, 10);
    return new Response(body, {
      headers: { "content-type": type, "content-disposition": `attachment; filename="${file.name}-${day}.${ending}"` },
    });
  } catch (error) {
    const { key, details } = failureOf(error) ?? {};
    if (key === "auth.required")
      return new Response(null, { status: 303, headers: { location: `/login?next=${encodeURIComponent(page)}` } });
    if (!key || key === "service.unavailable" || (key === "request.too_many" && !readsPages(request))) throw error;
    await recordDenial(context, { procedure, reason: key });
    return exportRefused(request, { reason: key, from: page, waitSeconds: details?.retryAfterSeconds });
  }
}
