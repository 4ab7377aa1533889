import { and, desc, gt, inArray, ne } from "drizzle-orm";
import { deliveries, submissions } from "../../../../../db/schema";
import { EngineError } from "~/engine/engine-error";
import type { SentHeading } from "~/engine/mail-submissions";
import type { MailboxCtx } from "~/server/context";
import type { ListOutbox, OutboxPage } from "../../schema/outbox";
import { ownDeliveries } from "../trace/own-deliveries";
import { withEngine } from "../session-engine";
import { outboxItem } from "./outbox-item";
import { cursorAfter, isBehind, outboxRank } from "./outbox-order";
import { ownSubmissions } from "./own-submissions";

const shownMs = 30 * 24 * 60 * 60 * 1000;

/**
 * What was sent within thirty days and what became of it: what is not simply delivered first. Two statements and one question to the mail server,
 * without whose answer the list lacks subjects only. Throws `request.invalid` for a cursor that is none.
 */
export async function listOutbox(ctx: MailboxCtx, { after, limit }: ListOutbox): Promise<OutboxPage> {
  const now = ctx.now();
  const rank = outboxRank(now);
  const found = await ctx.tx((tx) =>
    tx
      .select({ row: submissions, rank: rank.mapWith(Number) })
      .from(submissions)
      .where(
        and(
          ...[ownSubmissions(ctx), ne(submissions.state, "cancelled")],
          gt(submissions.createdAt, new Date(now.getTime() - shownMs)),
          after ? isBehind(after, rank) : undefined,
        ),
      )
      .orderBy(rank, desc(submissions.createdAt), desc(submissions.id))
      .limit(limit + 1),
  );
  const page = found.slice(0, limit);
  const [rows, headings] = await Promise.all([
    deliveriesOf(
      ctx,
      page.map(({ row }) => row.messageId),
    ),
    headingsOf(
      ctx,
      page.flatMap(({ row }) => row.emailId ?? []),
    ),
  ]);
  const last = page.at(-1);
  return {
    items: page.map(({ row }) =>
      outboxItem(row, {
        rows: rows.get(row.messageId) ?? [],
        heading: headings.find(({ id }) => id === row.emailId),
        now,
      }),
    ),
    ...(found.length > limit && last ? { next: cursorAfter({ ...last.row, rank: last.rank }) } : {}),
  };
}

async function deliveriesOf(ctx: MailboxCtx, messageIds: string[]) {
  if (messageIds.length === 0) return new Map<string | null, never[]>();
  const ofPage = and(ownDeliveries(ctx), inArray(deliveries.messageId, messageIds));
  const rows = await ctx.tx((tx) => tx.select().from(deliveries).where(ofPage).orderBy(deliveries.recipient));
  return Map.groupBy(rows, ({ messageId }) => messageId);
}

const headingsOf = (ctx: MailboxCtx, emailIds: string[]): Promise<SentHeading[]> =>
  withEngine(ctx, (engine) => engine.submissions.headings(emailIds)).catch((error: unknown) => {
    if (error instanceof EngineError && error.failure === "unavailable") return [];
    throw error;
  });
