import { mailLabels } from "../../../../../db/schema";
import { EngineError } from "~/engine/engine-error";
import type { MailboxCtx } from "~/server/context";
import type { FindMail, SearchPage } from "../../schema/search";
import { parseSearch } from "~/lib/search-query";
import { labelColumns, ownLabels } from "../labels/own-labels";
import { sameName } from "../labels/same-name";
import { withEngine } from "../session-engine";
import { labelsIn, toSearchFilter } from "./to-search-filter";

/** Threads with a message that meets the search, newest first; nothing for a search that says nothing. Throws `request.too_many`. */
export async function findMail(ctx: MailboxCtx, { query, timeZone, after, limit }: FindMail): Promise<SearchPage> {
  await ctx.rateLimit("search.mailbox", ctx.actor.mailUserId);
  const nodes = parseSearch(query);
  if (nodes.length === 0) return { hits: [], total: 0 };
  const keywordsOf = await readKeywords(ctx, labelsIn(nodes));
  const wanted = toSearchFilter(nodes, { now: ctx.now(), timeZone: zoneOf(timeZone), keywordsOf });
  const page = await withEngine(ctx, (engine) =>
    engine.search({ ...wanted, limit, ...(after ? { after } : {}) }),
  ).catch(tooMuch);
  const { cursor, ...found } = page;
  return { ...found, ...(cursor === undefined ? {} : { next: cursor }) };
}

/** What the engine cannot look for is found nowhere. */
function tooMuch(error: unknown): { hits: []; total: number; cursor?: undefined } {
  if (error instanceof EngineError && error.failure === "refused") return { hits: [], total: 0 };
  throw error;
}

/** The database is asked only when a search names a label. */
async function readKeywords(ctx: MailboxCtx, names: readonly string[]): Promise<(label: string) => string[]> {
  if (names.length === 0) return () => [];
  const labels = await ctx.tx((tx) => tx.select(labelColumns).from(mailLabels).where(ownLabels(ctx)));
  return (wanted) =>
    labels.flatMap(({ name, keyword }) => (sameName(name, wanted) || keyword === wanted.toLowerCase() ? keyword : []));
}

/** A zone that this machine does not know is UTC. */
function zoneOf(name: string | undefined): string {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name ?? "UTC" }).resolvedOptions().timeZone;
  } catch {
    return "UTC";
  }
}
