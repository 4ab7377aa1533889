import { z } from "zod";
import { EngineError } from "../engine-error.ts";
import type { UserEngine } from "../mail-engine.ts";
import type { JmapClient } from "./jmap-client.ts";

const BlobReply = z.object({ found: z.object({ list: z.array(z.object({ blobId: z.string() })) }) });
const HeadersReply = z.object({
  found: z.object({
    list: z.array(z.object({ headers: z.array(z.object({ name: z.string(), value: z.string() })) })),
  }),
});

/** A message as it came: RFC 8621 sections 4.1.1 (its blob) and 4.1.2 (its header fields). */
export function createSource(
  jmap: JmapClient,
  blobs: UserEngine["blobs"],
): Pick<UserEngine["messages"], "source" | "download" | "headers"> {
  const get = async <Found>(
    id: string,
    property: string,
    Reply: z.ZodType<{ found: { list: Found[] } }>,
  ): Promise<Found> => {
    const { found } = await jmap.send({ found: ["Email/get", { ids: [id], properties: ["id", property] }] }, Reply);
    const [message] = found.list;
    if (!message) throw new EngineError("notFound", `no message ${id}`);
    return message;
  };
  const download = async (id: string, name: string) =>
    blobs.download((await get(id, "blobId", BlobReply)).blobId, name, "message/rfc822");
  return {
    download,
    source: async (id) => (await download(id, "message")).bytes(),
    headers: async (id) => (await get(id, "headers", HeadersReply)).headers,
  };
}
