import { afterAll, expect, test } from "bun:test";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createStaticFiles } from "./static-files";

const folder = mkdtempSync(join(tmpdir(), "static-files-"));
mkdirSync(join(folder, "public/_build/assets"), { recursive: true });
const script = "export const x = 1;\n".repeat(200);
writeFileSync(join(folder, "public/_build/assets/app-1a2b.js"), script);
writeFileSync(join(folder, "public/_build/assets/app-1a2b.js.map"), "{}");
writeFileSync(join(folder, "public/.secret.json"), "{}");
writeFileSync(join(folder, "outside.txt"), "no");
afterAll(() => rmSync(folder, { recursive: true }));

const files = createStaticFiles(join(folder, "public"));
const get = (path: string, headers: Record<string, string> = {}) => files(new Request("http://x/", { headers }), path);

test("a built script is sent small, typed and for good", async () => {
  const response = (await get("/_build/assets/app-1a2b.js", { "accept-encoding": "gzip, br" }))!;
  expect(response.headers.get("content-encoding")).toBe("br");
  expect(response.headers.get("content-type")).toStartWith("text/javascript");
  expect(response.headers.get("cache-control")).toContain("immutable");
  expect((await response.arrayBuffer()).byteLength).toBeLessThan(script.length / 4);
});

test("what the browser has already is not sent again", async () => {
  const etag = (await get("/_build/assets/app-1a2b.js"))!.headers.get("etag")!;
  expect((await get("/_build/assets/app-1a2b.js", { "if-none-match": etag }))!.status).toBe(304);
});

test("nothing outside the folder, hidden or meant for developers is given out", async () => {
  for (const path of [
    "/../outside.txt",
    "/%2e%2e/outside.txt",
    "/..%2foutside.txt",
    "/.secret.json",
    "/%2esecret.json",
    "/_build/assets/app-1a2b.js%2emap",
    "/_build/assets/app-1a2b.j%73.map",
    "/_build/assets/app-1a2b.js.map",
    "/a%00.js",
    "/%E0%A4%A.js",
  ])
    expect([path, await get(path)]).toEqual([path, null]);
});

test("a file is read once, however often its path is spelt anew", async () => {
  const path = join(folder, "public/_build/assets/once-1a2b.js");
  writeFileSync(path, "first");
  await get("/_build/assets/once-1a2b.js");
  writeFileSync(path, "second");
  for (const spelt of [
    "/_build/assets/%6fnce-1a2b.js",
    "/_build//assets/once-1a2b.js",
    "/_build/assets/onc%65-1a2b.js",
  ])
    expect(await (await get(spelt))!.text()).toBe("first");
});
