import { z } from "zod";
import { EngineError } from "../engine-error.ts";
import type { UserEngine } from "../mail-engine.ts";
import type { JmapClient } from "./jmap-client.ts";

const Found = z.object({ blobId: z.string(), size: z.int().catch(0), subject: z.string().nullish() });
const Reply = z.object({ found: z.object({ list: z.array(Found) }) });

/** A whole message as a file of another one: its blob (RFC 8621 section 4.1.1) may stand in any message of the account. */
export const createMessageFile =
  (jmap: JmapClient): UserEngine["messages"]["file"] =>
  async (id) => {
    const get = { ids: [id], properties: ["id", "blobId", "size", "subject"] };
    const { found } = await jmap.send({ found: ["Email/get", get] }, Reply);
    const [message] = found.list;
    if (!message) throw new EngineError("notFound", `no message ${id}`);
    return { blobId: message.blobId, size: message.size, subject: message.subject ?? "" };
  };
