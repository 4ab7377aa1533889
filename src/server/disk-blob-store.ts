import { mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type BlobStore, BlobTooLarge, isBlobKey } from "./blob-store";

/** Ends the name of a file that is not whole yet. */
const partial = ".part";

/** Files under a folder. One appears when all of its octets are on the disk, not before. */
export function createDiskBlobStore(directory: string): BlobStore {
  const pathOf = (key: string) => {
    if (!isBlobKey(key) || key.endsWith(partial)) throw new Error(`no key of a blob: ${key}`);
    return join(directory, key);
  };
  return {
    async put(key, content, { maxBytes }) {
      const path = pathOf(key);
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      const unfinished = `${path}.${Bun.randomUUIDv7()}${partial}`;
      try {
        const size = await write(unfinished, content, maxBytes);
        await rename(unfinished, path);
        return size;
      } catch (error) {
        await rm(unfinished, { force: true });
        throw error;
      }
    },
    async open(key, type) {
      const file = Bun.file(pathOf(key), { type });
      return (await file.exists()) ? file : null;
    },
    remove: (key) => rm(pathOf(key), { force: true }),
    async *list(prefix) {
      const names = await readdir(pathOf(prefix), { recursive: true }).catch(() => []);
      for (const name of names) {
        const key = `${prefix}/${name}`;
        const found = await stat(join(directory, key)).catch(() => null);
        if (found?.isFile()) yield { key, changedAt: found.mtime };
      }
    },
  };
}

async function write(path: string, content: ReadableStream<Uint8Array>, maxBytes: number): Promise<number> {
  const file = await open(path, "wx", 0o600);
  let size = 0;
  try {
    for await (const chunk of content) {
      size += chunk.length;
      if (size > maxBytes) throw new BlobTooLarge();
      await file.writeFile(chunk);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return size;
}
