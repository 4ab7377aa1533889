import { S3Client, type S3Options } from "bun";
import { type BlobStore, BlobTooLarge, isBlobKey } from "./blob-store";

/** What is sent at a time; the least that S3 takes as a part of a larger object. Octets. */
const partSize = 5 * 1024 * 1024;
const pageSize = 1000;

/** A bucket. What does not fit into one part is uploaded in parts, and appears when the last of them is there. */
export function createS3BlobStore(options: S3Options): BlobStore {
  const client = new S3Client(options);
  const checked = (key: string) => {
    if (!isBlobKey(key)) throw new Error(`no key of a blob: ${key}`);
    return key;
  };
  return {
    async put(key, content, { maxBytes, type }) {
      const writer = client.file(checked(key)).writer({ partSize, queueSize: 2, retry: 3, ...(type ? { type } : {}) });
      let size = 0;
      try {
        for await (const chunk of content) {
          size += chunk.length;
          if (size > maxBytes) throw new BlobTooLarge();
          void writer.write(chunk);
          await writer.flush();
        }
        await writer.end();
        return size;
      } catch (error) {
        await Promise.resolve(writer.end(error as Error)).catch(() => undefined);
        // Small ones are stored by the end itself.
        await client.delete(key).catch(() => undefined);
        throw error;
      }
    },
    async open(key, type) {
      return (await client.exists(checked(key))) ? client.file(key, { type }) : null;
    },
    async remove(key) {
      await client.delete(checked(key));
    },
    async *list(prefix) {
      let continuationToken: string | undefined;
      do {
        const asked = { prefix: `${checked(prefix)}/`, maxKeys: pageSize };
        const page = await client.list({ ...asked, ...(continuationToken ? { continuationToken } : {}) });
        for (const { key, lastModified } of page.contents ?? [])
          yield { key, changedAt: new Date(lastModified ?? Date.now()) };
        continuationToken = page.isTruncated ? page.nextContinuationToken : undefined;
      } while (continuationToken);
    },
  };
}
