import { z } from "zod";
import { singleLine } from "~/lib/single-line";

const id = z.string().min(1).max(255);

/** At most 255 bytes at the mail server; `/` would be two folders to IMAP programs. */
const name = singleLine()
  .trim()
  .min(1)
  .max(60)
  .regex(/^[^/]*$/, "must have no slash");

export const CreateFolder = z.strictObject({ name, parentId: id.nullable().default(null) });
export type CreateFolder = z.infer<typeof CreateFolder>;

export const FolderRef = z.strictObject({ mailboxId: id });
export type FolderRef = z.infer<typeof FolderRef>;

/** What is given is changed, the rest stays; `parentId: null` puts it to the top. */
export const UpdateFolder = z.strictObject({
  mailboxId: id,
  name: name.optional(),
  parentId: id.nullable().optional(),
});
export type UpdateFolder = z.infer<typeof UpdateFolder>;
