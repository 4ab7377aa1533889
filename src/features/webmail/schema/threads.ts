import { z } from "zod";

const id = z.string().min(1).max(255);

/** RFC 8621 section 4.1.1, without those of the standards, which begin with `$`. */
const label = z
  .string()
  .max(100)
  .regex(/^[^\s$(){\]%*"\\\p{C}][^\s(){\]%*"\\\p{C}]*$/u);

/** Which threads of a folder: those that are all of it. */
export const ThreadFilter = z
  .strictObject({
    unread: z.literal(true),
    flagged: z.literal(true),
    hasAttachment: z.literal(true),
    label,
  })
  .partial();
export type ThreadFilter = z.infer<typeof ThreadFilter>;

/** Ties go newest first. */
export const ThreadSort = z.strictObject({
  by: z.enum(["received", "from", "subject", "size"]),
  ascending: z.boolean(),
});
export type ThreadSort = z.infer<typeof ThreadSort>;

/** A stretch of a folder, which is named by id or by its role; without both the inbox. Begins at `position`, or after a cursor. */
export const ThreadWindow = z.strictObject({
  mailboxId: id.optional(),
  role: z.enum(["inbox", "drafts", "sent", "trash", "junk", "archive"]).optional(),
  after: z.string().max(500).optional(),
  /** Threads before the first one that is wanted. */
  position: z.int().min(0).max(10_000_000).optional(),
  limit: z.int().min(1).max(100).default(50),
  filter: ThreadFilter.optional(),
  sort: ThreadSort.optional(),
});
export type ThreadWindow = z.infer<typeof ThreadWindow>;
