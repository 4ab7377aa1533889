import { Database } from "bun:sqlite";
import { join } from "node:path";
import { schema } from "./schema";

/** Opens (and creates) `mail.sqlite` in the folder `dataDir`, which must exist. A commit is on disk when it returns: write-ahead log with full sync. */
export function openMailDatabase(dataDir: string): Database {
  const db = new Database(join(dataDir, "mail.sqlite"), { create: true, strict: true });
  db.run("pragma journal_mode = wal");
  db.run("pragma synchronous = full");
  db.run("pragma busy_timeout = 5000");
  db.run("pragma cache_size = -32768");
  db.run(schema);
  return db;
}
