import { rmSync } from "node:fs";
import { join } from "node:path";
import { startEmbeddedPostgres } from "../postgres/embedded-postgres";
import { lockDataDir } from "./data-dir";
import { StartError } from "./start-error";

/** Asks, then deletes everything that the embedded services kept. Throws `StartError` when the answer is not yes. */
export async function reset(dataDir: string): Promise<void> {
  const question = `Delete every tenant, domain, mailbox and message in ${dataDir}? Type yes:`;
  if (prompt(question)?.trim().toLowerCase() !== "yes") throw new StartError("Nothing was deleted.");
  const lock = lockDataDir(dataDir);
  const postgres = await startEmbeddedPostgres(join(dataDir, "postgres")).catch(() => null);
  await postgres?.stop();
  lock.release();
  rmSync(dataDir, { recursive: true, force: true });
}
