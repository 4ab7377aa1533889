import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { seed } from "../../../db/seed";
import type { Env } from "../env";
import type { Services } from "../services";
import { say } from "./announce";

/** Fills the trial on its first start; a set-up with a database or an engine of its own is never filled. True when this is a trial. */
export async function seedOnce(services: Services, env: Env): Promise<boolean> {
  if (env.DATABASE_URL || env.STALWART_URL) return false;
  const done = join(env.DATA_DIR, "seeded");
  if (existsSync(done)) return true;
  say("Filling the trial: a tenant, a domain, two mailboxes, some mail …");
  await seed(services);
  writeFileSync(done, new Date().toISOString());
  return true;
}
