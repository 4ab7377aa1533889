import { type Env, EnvError, parseEnv } from "./env";

/** The environment of this process, or the end of it with every problem listed. */
export function readEnv(): Env {
  try {
    return parseEnv(process.env);
  } catch (error) {
    if (!(error instanceof EnvError)) throw error;
    console.error(`The environment is not right:\n${error.message.replace(/^/gm, "  ")}`);
    process.exit(1);
  }
}
