import type { MailboxCtx } from "~/server/context";
import { largestFileBytes } from "~/server/http/request-guard";
import type { FileLimits } from "../../schema/files";
import { withEngine } from "../session-engine";

/** How much may be attached: what the mail server takes, and no more than we read of one request. */
export const getLimits = (ctx: MailboxCtx): Promise<FileLimits> =>
  withEngine(ctx, async (engine) => {
    const { maxUploadBytes, maxAttachmentsBytes } = await engine.limits();
    return {
      maxFileBytes: Math.min(maxUploadBytes, maxAttachmentsBytes, largestFileBytes),
      maxMessageBytes: maxAttachmentsBytes,
    };
  });
