import { afterAll, expect, test } from "bun:test";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const root = mkdtempSync(join(tmpdir(), "libraries-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

test("processes that start for the first time at the same time all find the libraries", async () => {
  const native = join(root, "native");
  mkdirSync(join(native, "lib"), { recursive: true });
  const links = Array.from({ length: 2_000 }, (_, at) => ({
    source: `native/lib/${at}.so.1.0`,
    target: `native/lib/${at}.so`,
  }));
  writeFileSync(join(native, "pg-symlinks.json"), JSON.stringify(links));
  const module = JSON.stringify(new URL("./binaries.ts", import.meta.url).pathname);
  const code = `const { linkLibraries } = await import(${module});
    await Bun.sleep(${Date.now() + 1_000} - Date.now());
    linkLibraries(${JSON.stringify(native)});`;
  const processes = Array.from({ length: 4 }, () =>
    Bun.spawn([process.execPath, "-e", code], { stdout: "ignore", stderr: "ignore" }),
  );
  expect(await Promise.all(processes.map(({ exited }) => exited))).toEqual([0, 0, 0, 0]);
  expect(readdirSync(join(native, "lib")).length).toBe(2_000);
});
