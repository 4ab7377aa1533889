import { afterAll, expect, setDefaultTimeout, test } from "bun:test";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { lockDataDir } from "./data-dir";

// Whoever starts it first builds the pages.
setDefaultTimeout(120_000);

const root = new URL("../../../", import.meta.url).pathname;
mkdirSync(join(root, ".cache"), { recursive: true });
const dataDir = mkdtempSync(join(root, ".cache/start-refusals-"));
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

/** Starts as `bun run up` does and gives what it said and its exit status. */
async function start(settings: Record<string, string>, words: string[] = []) {
  const child = Bun.spawn([process.execPath, "src/server/up.ts", ...words], {
    ...{ cwd: root, stdin: "ignore", stdout: "pipe", stderr: "pipe" },
    env: {
      PATH: Bun.env.PATH,
      DATA_DIR: dataDir,
      PORT: "0",
      SMTP_IN_PORT: "0",
      SUBMISSION_PORT: "0",
      ZONE_PORT: "0",
      ...settings,
    },
  });
  const said = (await new Response(child.stderr).text()).trim();
  return { status: await child.exited, lines: said.split("\n") };
}

test("a port that is taken is named, with the setting that changes it", async () => {
  const other = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => other.once("listening", resolve));
  const { port } = other.address() as { port: number };
  const { status, lines } = await start({ PORT: String(port) });
  other.close();
  expect([status, lines.length]).toEqual([1, 1]);
  expect(lines[0]).toContain(`Port ${port} (web) is already taken`);
});

test("a second start on the same data says that the first one runs", async () => {
  const lock = lockDataDir(dataDir);
  const { status, lines } = await start({});
  lock.release();
  expect([status, lines.length]).toEqual([1, 1]);
  expect(lines[0]).toStartWith("DeftMail already runs on");
});

test("a folder that cannot be written is named", async () => {
  const { status, lines } = await start({ DATA_DIR: "package.json/data" });
  expect([status, lines]).toMatchObject([
    1,
    [expect.stringContaining("The folder package.json/data cannot be written")],
  ]);
});

test("a database that cannot be reached is named, without its password", async () => {
  const url = "postgres://deftmail:hunter2-canary@127.0.0.1:1/mail";
  const { status, lines } = await start({ DATABASE_URL: url, DATABASE_MIGRATE_URL: url });
  expect([status, lines.length]).toEqual([1, 1]);
  expect(lines[0]).toContain("The database at 127.0.0.1:1/mail cannot be used");
  expect(lines[0]).not.toContain("canary");
});

test("a database without the role that owns its schema is not guessed at", async () => {
  const { status, lines } = await start({ DATABASE_URL: "postgres://deftmail@127.0.0.1:1/mail" });
  expect([status, lines]).toMatchObject([1, [expect.stringContaining("DATABASE_MIGRATE_URL")]]);
});

test("a word that means nothing is not taken for a start", async () => {
  const { status, lines } = await start({}, ["--rest"]);
  expect([status, lines.join(" ")]).toEqual([1, expect.stringMatching(/--rest.*Usage: bun run up/)]);
});

test("settings that make no sense are listed together", async () => {
  const { status, lines } = await start({ PORT: "many", JWT_SECRET: "short" });
  expect([status, lines.length]).toEqual([1, 3]);
});
