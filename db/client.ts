import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";

export type DatabaseOptions = {
  /** A postgres:// URL, or the folder of a Unix socket. */
  url?: string;
  socketDir?: string;
  user?: string;
  database?: string;
  poolSize: number;
};

/** Seconds until a lost connection is tried again: the driver would wait for up to twenty, long after the server is back. */
const backoff = (attempts: number) => Math.min(0.02 * 2 ** attempts, 0.5);

/** Opens a pool; connects on first use. Close it with `close`. */
export function openDatabase({ url, socketDir, user, database, poolSize }: DatabaseOptions) {
  const settings = { max: poolSize, connect_timeout: 10, backoff, onnotice() {} };
  const client = url
    ? postgres(url, settings)
    : postgres({ ...settings, host: socketDir, port: 5432, user, database: database ?? "deftmail" });
  const db = drizzle(client, { casing: "snake_case" });
  return Object.assign(db, { client, close: () => client.end({ timeout: 5 }) });
}

export type Database = ReturnType<typeof openDatabase>;
export type Transaction = Parameters<Parameters<Database["transaction"]>[0]>[0];
