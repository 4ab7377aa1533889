import { downloadZip } from "client-zip";
import { AppError } from "~/lib/errors";
import { asDownload } from "~/lib/file-disposition";
import type { MailboxCtx } from "~/server/context";
import type { MessageRef } from "../../schema";
import { attachmentName } from "../attachment-name";
import { withEngine } from "../session-engine";
import { uniqueNames } from "./unique-names";

/**
 * All attachments of a message as one ZIP, not compressed: what mail carries mostly is already. Each is fetched from the engine when its
 * turn comes and passes through. Throws `message.not_found`, also when there is nothing attached.
 */
export async function zipAttachments(ctx: MailboxCtx, { messageId }: MessageRef): Promise<Response> {
  const { attachments, receivedAt, subject } = await withEngine(ctx, (engine) => engine.messages.get(messageId));
  if (attachments.length === 0) throw new AppError("message.not_found");
  const names = uniqueNames(attachments.map(({ name }) => attachmentName(name ?? "")));
  async function* files() {
    for (const [at, { blobId }] of attachments.entries()) {
      const name = names[at]!;
      const input = await withEngine(ctx, (engine) => engine.blobs.download(blobId, name, "application/octet-stream"));
      yield { name, input, lastModified: new Date(receivedAt) };
    }
  }
  const name = attachmentName(`${subject || "attachments"}.zip`);
  return new Response(downloadZip(files(), { buffersAreUTF8: true }).body, {
    headers: { "content-type": "application/zip", "content-disposition": asDownload(name) },
  });
}
