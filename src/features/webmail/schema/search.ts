import { z } from "zod";
import { ThreadSummary } from "../schema";

/** What is looked for, in the language that people write: words, "phrases", `from:`, `is:unread`, `-word`, `a OR b`. */
export const FindMail = z.strictObject({
  query: z.string().max(500),
  /** IANA zone in which days begin; UTC without one. */
  timeZone: z.string().max(64).optional(),
  after: z.string().max(20).optional(),
  limit: z.int().min(1).max(50).default(30),
});
export type FindMail = z.infer<typeof FindMail>;

const marked = z.array(z.strictObject({ text: z.string(), isHit: z.boolean() })).nullable();

/** A thread by its newest message that was found, the folders where that lies, and what was found in it, as text. */
export const SearchHit = z.object({
  ...ThreadSummary.shape,
  mailboxIds: z.array(z.string()),
  marked: z.strictObject({ subject: marked, preview: marked }),
});
export type SearchHit = z.infer<typeof SearchHit>;

/** Newest first. `next` is the cursor of the following page, absent on the last. */
export const SearchPage = z.strictObject({
  hits: z.array(SearchHit),
  /** Threads that were found; counted on the first page only. */
  total: z.number().optional(),
  next: z.string().optional(),
});
export type SearchPage = z.infer<typeof SearchPage>;
