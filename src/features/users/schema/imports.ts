import { z } from "zod";
import { Instant } from "~/lib/instant";

/** What people's programs write files in. `windows-1252` holds Latin-1 as well. */
export const FileEncoding = z.enum(["utf-8", "windows-1252", "utf-16le", "utf-16be", "iso-8859-2", "macintosh"]);
export type FileEncoding = z.infer<typeof FileEncoding>;

export const Separator = z.enum([",", ";", "\t", "|"]);
export type Separator = z.infer<typeof Separator>;

/** What a column of the file can mean. */
export const importFields = [
  ...(["address", "displayName", "firstName", "lastName", "quota", "quotaMb", "quotaGb"] as const),
  ...(["aliases", "passwordHash", "recoveryEmail", "state", "suspended"] as const),
] as const;
export const ImportField = z.enum(importFields);
export type ImportField = z.infer<typeof ImportField>;

/** Octets of a file; its base64 is a third longer. */
export const largestFileBytes = 5_000_000;
export const mostRows = 10_000;
const mostColumns = 100;

const base64 = (bytes: number) =>
  z
    .base64()
    .min(4)
    .max(Math.ceil(bytes / 3) * 4);
/** The meaning of each column in the order of the file, null for one that is left out. */
const Mapping = z.array(ImportField.nullable()).max(mostColumns);

export const PreviewImport = z.strictObject({
  /** The begin of the file, as base64. */
  content: base64(300_000),
  /** Absent: guessed. */
  encoding: FileEncoding.optional(),
  separator: Separator.optional(),
});
export type PreviewImport = z.infer<typeof PreviewImport>;

export const ImportPreview = z.strictObject({
  encoding: FileEncoding,
  separator: Separator,
  /** Whether the first line names the columns. */
  hasHead: z.boolean(),
  /** Names of the columns, empty where there is none. */
  head: z.array(z.string()),
  mapping: Mapping,
  /** The first lines behind the head, each text shortened. */
  rows: z.array(z.array(z.string())),
  /** Columns that hold passwords as anybody could read them: they are never taken. */
  hasPasswords: z.boolean(),
});
export type ImportPreview = z.infer<typeof ImportPreview>;

export const CheckImport = z.strictObject({
  fileName: z
    .string()
    .trim()
    .max(200)
    .regex(/^[^\p{Cc}\p{Cf}]*$/u)
    .default(""),
  /** The whole file, as base64. */
  content: base64(largestFileBytes),
  encoding: FileEncoding.optional(),
  separator: Separator.optional(),
  /** Absent: guessed. */
  hasHead: z.boolean().optional(),
  mapping: Mapping.optional(),
  /** Whose address is there already: changed to what the file says, or left as it is. */
  existing: z.enum(["change", "skip"]).default("skip"),
  /** For users whose storage the file does not say: octets. */
  quotaBytes: z
    .int()
    .min(10 * 1024 ** 2)
    .max(1024 ** 4)
    .default(5 * 1024 ** 3),
  /** For addresses that are written without a domain. */
  domainId: z.uuid().optional(),
});
export type CheckImport = z.infer<typeof CheckImport>;

/** How many lines are meant to create, change and skip a user, and how many cannot be. */
const Wanted = z.strictObject({ create: z.int(), change: z.int(), skip: z.int(), refuse: z.int() });

/** What the dry run found; its lines are those of the run. */
export const ImportCheck = z.strictObject({
  runId: z.uuid(),
  encoding: FileEncoding,
  separator: Separator,
  total: z.int(),
  wanted: Wanted,
});
export type ImportCheck = z.infer<typeof ImportCheck>;

export const ImportRun = z.strictObject({
  id: z.uuid(),
  fileName: z.string(),
  state: z.enum(["planned", "running", "done", "cancelled", "failed"]),
  existing: z.enum(["change", "skip"]),
  total: z.int(),
  /** Lines that are through, whatever became of them. */
  done: z.int(),
  failed: z.int(),
  /** What the dry run found. */
  wanted: Wanted,
  /** Users of it that the mail server does not have yet as they should be. */
  unapplied: z.int(),
  createdAt: Instant,
  finishedAt: Instant.nullable(),
});
export type ImportRun = z.infer<typeof ImportRun>;
