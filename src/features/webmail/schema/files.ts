import { z } from "zod";

export const FileRef = z.strictObject({ fileId: z.uuid() });
export type FileRef = z.infer<typeof FileRef>;

/** What may be attached; octets. */
export const FileLimits = z.strictObject({
  /** One file. */
  maxFileBytes: z.number(),
  /** All files of a message. */
  maxMessageBytes: z.number(),
});
export type FileLimits = z.infer<typeof FileLimits>;

/** A file that waits for its message. */
export const StagedFile = z.strictObject({ fileId: z.uuid(), name: z.string(), type: z.string(), size: z.number() });
export type StagedFile = z.infer<typeof StagedFile>;
