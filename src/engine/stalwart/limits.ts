import type { UserEngine } from "../mail-engine.ts";
import type { JmapClient } from "./jmap-client.ts";

/** What the session says of sizes (RFC 8620 section 2, RFC 8621 section 1.3.1). */
export const createLimits =
  (jmap: JmapClient): UserEngine["limits"] =>
  async () => {
    const { maxUploadBytes, maxAttachmentsBytes } = await jmap.session();
    return { maxUploadBytes, maxAttachmentsBytes };
  };
