import { afterAll, describe, expect, test } from "bun:test";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BlobStore, BlobTooLarge } from "./blob-store";
import { createDiskBlobStore } from "./disk-blob-store";
import { createS3BlobStore } from "./s3-blob-store";
import { startTestS3 } from "./testing-s3";

const directory = mkdtempSync(join(tmpdir(), "blobs-"));
const s3 = startTestS3();
afterAll(async () => {
  rmSync(directory, { recursive: true, force: true });
  await s3.stop();
});

/** `count` chunks of 64 KiB, each made when it is asked for. */
function chunks(count: number): ReadableStream<Uint8Array> {
  let made = 0;
  return new ReadableStream({
    pull(controller) {
      if (made === count) return controller.close();
      controller.enqueue(new Uint8Array(65_536).fill(made++ % 256));
    },
  });
}
const text = (words: string) => new Blob([words]).stream();

async function keys(store: BlobStore, prefix: string) {
  const found: string[] = [];
  for await (const { key, changedAt } of store.list(prefix)) {
    expect(Math.abs(changedAt.getTime() - Date.now())).toBeLessThan(60_000);
    found.push(key);
  }
  return found.sort();
}

const stores: [string, () => BlobStore][] = [
  ["files on a disk", () => createDiskBlobStore(directory)],
  ["a bucket", () => createS3BlobStore(s3.options)],
];

describe.each(stores)("%s", (name, create) => {
  const store = create();

  test("a small file comes back as it was given, as often as it is read", async () => {
    expect(await store.put("files/a/small", text("Grüße"), { maxBytes: 100 })).toBe(7);
    const blob = await store.open("files/a/small", "text/plain");
    expect([await blob?.text(), await blob?.text()]).toEqual(["Grüße", "Grüße"]);
    expect(blob?.type).toStartWith("text/plain");
  });

  test("a large file comes back whole", async () => {
    expect(await store.put("files/a/large", chunks(192), { maxBytes: 20_000_000 })).toBe(12_582_912);
    const bytes = await (await store.open("files/a/large", "text/plain"))!.bytes();
    expect([bytes.length, bytes[0], bytes[65_536], bytes.at(-1)]).toEqual([12_582_912, 0, 1, 191]);
  });

  test("what is too large, or breaks off, is not there at all", async () => {
    for (const [key, content, maxBytes] of [
      ["files/b/too-large", chunks(3), 100_000],
      ["files/b/much-too-large", chunks(400), 20_000_000],
    ] as const)
      expect(await store.put(key, content, { maxBytes }).catch((error) => error)).toBeInstanceOf(BlobTooLarge);
    let pulls = 0;
    const broken = new ReadableStream<Uint8Array>({
      pull(controller) {
        if (pulls++ === 0) controller.enqueue(new Uint8Array(10));
        else controller.error(new Error("the line broke"));
      },
    });
    expect(await store.put("files/b/broken", broken, { maxBytes: 100 }).catch(String)).toContain("the line broke");
    expect(await keys(store, "files/b")).toEqual([]);
    if (name === "files on a disk") expect(readdirSync(join(directory, "files/b"))).toEqual([]);
  });

  test("what was removed is gone, also the second time, and the rest can be listed", async () => {
    await store.put("list/1/one", text("1"), { maxBytes: 10 });
    await store.put("list/2/two", text("2"), { maxBytes: 10 });
    await store.put("listed", text("3"), { maxBytes: 10 });
    expect(await keys(store, "list")).toEqual(["list/1/one", "list/2/two"]);
    await store.remove("list/1/one");
    await store.remove("list/1/one");
    expect(await store.open("list/1/one", "text/plain")).toBeNull();
    expect(await keys(store, "list")).toEqual(["list/2/two"]);
    expect(await keys(store, "nothing")).toEqual([]);
  });

  test("no key leads out of the store", async () => {
    for (const key of ["../x", "a/../../x", "/etc/passwd", "a//b", "", "a b", ".", "a/.."])
      expect(
        await Promise.resolve()
          .then(() => store.open(key, "text/plain"))
          .catch(String),
      ).toContain("no key");
  });
});

test("a bucket is asked under a signature of the time it is asked", () => {
  const signed =
    /^AWS4-HMAC-SHA256 Credential=key\/\d{8}\/test-1\/s3\/aws4_request, SignedHeaders=.*host.*, Signature=[0-9a-f]{64}$/;
  expect(s3.authorizations().length).toBeGreaterThan(10);
  for (const authorization of s3.authorizations()) expect(authorization).toMatch(signed);
});

test("a large file goes to a bucket in parts, and to memory never as a whole", () => {
  expect(s3.parts().slice(0, 3)).toEqual([5_242_880, 5_242_880, 2_097_152]);
});

test("an upload that breaks off leaves no parts behind that somebody pays for", () => {
  expect(s3.unfinished()).toBe(0);
});
