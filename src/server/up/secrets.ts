import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Env } from "../env";
import { StartError } from "./start-error";

const makeSecret = () => randomBytes(32).toString("base64url");
const Secrets = z.object({
  ...{ jwtSecret: z.string().min(32), masterKey: z.string(), enginePassword: z.string() },
  /** Folders of earlier versions have none. */
  engineHookKey: z.string().min(32).default(makeSecret),
});
export type Secrets = z.infer<typeof Secrets>;

/** The secrets that the environment does not give, made once and kept in the data folder, readable by its owner only. */
export function readSecrets(dataDir: string, env: Env): Secrets {
  const path = join(dataDir, "secrets.json");
  if (!existsSync(path)) {
    const made: Secrets = {
      jwtSecret: makeSecret(),
      masterKey: randomBytes(32).toString("base64"),
      enginePassword: randomBytes(24).toString("base64url"),
      engineHookKey: makeSecret(),
    };
    writeFileSync(`${path}.new`, JSON.stringify(made, null, 2), { mode: 0o600 });
    renameSync(`${path}.new`, path);
  }
  const kept = Secrets.safeParse(JSON.parse(readFileSync(path, "utf8")));
  if (!kept.success) throw new StartError(`The file ${path} is damaged: restore it, or start over with --reset.`);
  return {
    ...kept.data,
    jwtSecret: env.JWT_SECRET ?? kept.data.jwtSecret,
    masterKey: env.MASTER_KEY ?? kept.data.masterKey,
    engineHookKey: env.ENGINE_HOOK_KEY ?? kept.data.engineHookKey,
  };
}
