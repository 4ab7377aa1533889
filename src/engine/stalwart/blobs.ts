import { z } from "zod";
import { asDownload } from "../../lib/file-disposition.ts";
import type { UserEngine } from "../mail-engine.ts";
import type { JmapClient } from "./jmap-client.ts";
import { expandTemplate } from "./pinned-url.ts";

const transferTimeoutMs = 120_000;

const UploadReply = z.object({ blobId: z.string(), type: z.string(), size: z.int() });

/** RFC 8620 section 6. Stalwart answers an upload with 200, others with 201. */
export const createBlobs = (jmap: JmapClient): UserEngine["blobs"] => ({
  async download(blobId, name, type) {
    const { accountId, downloadUrl } = await jmap.session();
    // The name is for the header below only: in the URL it could be read as a path.
    const url = expandTemplate(downloadUrl, { accountId, blobId, name: "blob", type });
    return jmap.http({ method: "GET", url, timeoutMs: transferTimeoutMs }, async ({ body, headers }) => {
      const length = headers.get("content-length");
      // Nothing else of the engine's headers may reach a browser.
      return new Response(body, {
        headers: {
          "content-type": type,
          "content-disposition": asDownload(name),
          ...(length === null ? {} : { "content-length": length }),
        },
      });
    });
  },

  async upload(content, size) {
    const { accountId, uploadUrl } = await jmap.session();
    const url = expandTemplate(uploadUrl, { accountId });
    const headers = {
      "content-type": content.type || "application/octet-stream",
      // What comes from a bucket does not say how long it is.
      ...(size === undefined ? {} : { "content-length": String(size) }),
    };
    return jmap.http(
      { method: "POST", url, headers, body: content, timeoutMs: transferTimeoutMs },
      async (response) => {
        const reply = UploadReply.parse(await response.json());
        return { ...reply, type: content.type || reply.type };
      },
    );
  },
});
