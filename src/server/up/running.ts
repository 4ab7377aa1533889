import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { z } from "zod";
import type { Embedded } from "../create-services";

const Running = z.object({
  database: z.object({ socketDir: z.string(), user: z.string() }).optional(),
  engine: z.object({ baseUrl: z.string(), user: z.string(), password: z.string() }).optional(),
  trialZone: z.object({ server: z.string(), dataDir: z.string() }).nullish(),
});

/** Leaves word of where the embedded services are, for scripts that run beside them; readable by its owner only. */
export function writeRunning(path: string, { database, engine, trialZone }: Embedded): void {
  writeFileSync(`${path}.new`, JSON.stringify({ database, engine, trialZone }), { mode: 0o600 });
  renameSync(`${path}.new`, path);
}

/** What a running DeftMail left word of, or `null`. */
export function readRunning(path: string): Omit<Embedded, "secrets"> | null {
  try {
    return Running.parse(JSON.parse(readFileSync(path, "utf8")));
  } catch {
    return null;
  }
}

export const forgetRunning = (path: string): void => rmSync(path, { force: true });
