import { z } from "zod";
import type { UserEngine } from "../mail-engine.ts";
import type { JmapClient } from "./jmap-client.ts";
import type { Mailboxes } from "./mailboxes.ts";

const Reply = z.object({ imported: z.object({ created: z.object({ message: z.object({ id: z.string() }) }) }) });

/** RFC 8621 section 4.8: the message is uploaded, then filed. */
export const createImport =
  (jmap: JmapClient, blobs: UserEngine["blobs"], mailboxes: Mailboxes): UserEngine["messages"]["import"] =>
  async ({ raw, role, keywords, receivedAt }) => {
    const [{ blobId }, mailboxId] = await Promise.all([
      blobs.upload(new Blob([raw], { type: "message/rfc822" })),
      mailboxes.idOf({ role }),
    ]);
    const message = {
      ...{ blobId, mailboxIds: { [mailboxId]: true } },
      keywords: Object.fromEntries(keywords.map((keyword) => [keyword, true])),
      receivedAt: `${receivedAt.toISOString().slice(0, 19)}Z`,
    };
    const { imported } = await jmap.send({ imported: ["Email/import", { emails: { message } }] }, Reply);
    return { id: imported.created.message.id };
  };
