import { z } from "zod";
import type { DraftOrigin, SavedDraft } from "../mail-objects.ts";

/** Who wrote a draft, as they called themselves, what it answers or forwards, and the ids of those that it took the place of. */
export const writerHeader = "header:X-DeftMail-Writer:asText";
export const originHeader = "header:X-DeftMail-Origin:asText";
export const followsHeader = "header:X-DeftMail-Follows:asText:all";

const Part = z.object({
  blobId: z.string().nullish(),
  name: z.string().nullish(),
  type: z.string().catch("application/octet-stream"),
  size: z.int().catch(0),
  cid: z.string().nullish(),
  disposition: z.string().nullish(),
});

/** What is read of a message to know which draft it is (RFC 8621 section 4.1). */
export const DraftObject = z.object({
  id: z.string(),
  threadId: z.string(),
  receivedAt: z.string(),
  messageId: z.array(z.string()).nullish(),
  attachments: z
    .array(Part)
    .nullish()
    .transform((parts) => parts ?? []),
  [writerHeader]: z.string().nullish(),
  [originHeader]: z.string().nullish(),
});

export const draftProperties = {
  properties: [...Object.keys(DraftObject.shape), followsHeader],
  bodyProperties: ["partId", ...Object.keys(Part.shape)],
};

export const toSavedDraft = (object: z.infer<typeof DraftObject>): SavedDraft => ({
  ...{ id: object.id, threadId: object.threadId, savedAt: object.receivedAt },
  writer: object[writerHeader]?.trim() || null,
  origin: readOrigin(object[originHeader] ?? ""),
  attachments: object.attachments.flatMap(({ blobId, name, type, size, cid, disposition }) =>
    blobId ? [{ blobId, name: name ?? null, type, size, cid: cid ?? null, inline: disposition === "inline" }] : [],
  ),
});

/** Ids of messages are letters, digits, `-` and `_` (RFC 8620 section 1.2). */
const origin = /^\s*(reply|forward) ([\w-]{1,255})\s*$/;

export const writeOrigin = ({ replyToId, forwardOfId }: DraftOrigin): string | null =>
  replyToId ? `reply ${replyToId}` : forwardOfId ? `forward ${forwardOfId}` : null;

function readOrigin(text: string): DraftOrigin {
  const [, kind, id] = origin.exec(text) ?? [];
  return kind === undefined ? {} : { [kind === "reply" ? "replyToId" : "forwardOfId"]: id };
}
