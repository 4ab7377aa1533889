import { z } from "zod";
import { OutgoingContent, OutgoingFile } from "./outgoing";

const id = z.string().min(1).max(255);
const address = z.object({ name: z.string().nullable(), email: z.string() });

export const SaveDraft = OutgoingContent.extend({
  /** Minted by the composer; its Message-ID is made of it, so that the draft is known again whatever happened to a reply. */
  draftKey: z.uuid(),
  /** Who writes: one composer in one tab, whatever it is called. */
  writer: z.uuid(),
  /** Grows with each save of this writer: one that was long on its way never replaces a later one. */
  revision: z.int().min(0).default(0),
  /** The draft that this one goes on from. */
  draftId: id.optional(),
  /** Drafts of others that whoever writes has seen and decided against. */
  against: z.array(id).max(20).default([]),
  /** True when an earlier save got no answer: it may have arrived. */
  isRepeated: z.boolean().default(false),
});
export type SaveDraft = z.infer<typeof SaveDraft>;

export const SavedDraft = z.strictObject({
  draftId: z.string(),
  savedAt: z.string(),
  /** What to name the files by from now on, in the order in which they were given. */
  files: z.array(OutgoingFile),
  /** What somebody else made of the same draft meanwhile: both are kept. */
  conflict: z.strictObject({ draftId: z.string(), savedAt: z.string() }).nullable(),
});
export type SavedDraft = z.infer<typeof SavedDraft>;

export const RemoveDraft = z.strictObject({ draftKey: z.uuid(), writer: z.uuid(), draftId: id.optional() });
export type RemoveDraft = z.infer<typeof RemoveDraft>;

export const DraftRef = z.strictObject({ draftId: id });
export type DraftRef = z.infer<typeof DraftRef>;

/** A draft to go on with. */
export const OpenedDraft = z.strictObject({
  draftId: z.string(),
  draftKey: z.uuid(),
  savedAt: z.string(),
  from: z.string().nullable(),
  to: z.array(address),
  cc: z.array(address),
  bcc: z.array(address),
  subject: z.string(),
  text: z.string(),
  /** Hostile until it went through the sanitiser; `null` for plain text. */
  html: z.string().nullable(),
  files: z.array(
    z.strictObject({
      name: z.string(),
      type: z.string(),
      size: z.number(),
      /** Whether the HTML shows it. */
      isShown: z.boolean(),
      source: z.strictObject({ messageId: z.string(), blobId: z.string(), cid: z.string().optional() }),
    }),
  ),
  /** JMAP ids of the message that is answered, or forwarded. */
  replyToId: z.string().nullable(),
  forwardOfId: z.string().nullable(),
});
export type OpenedDraft = z.infer<typeof OpenedDraft>;
