import { afterAll } from "bun:test";
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import postgres from "postgres";
import { startEmbeddedPostgres } from "../src/server/postgres/embedded-postgres";
import { type Database, openDatabase } from "./client";
import { migrate } from "./migrate";

const appRole = "deftmail_app";
const root = new URL(`../.cache/test-postgres${process.env["TEST_POSTGRES"] ?? ""}`, import.meta.url).pathname;

const administrate = (socketDir: string) =>
  postgres({ host: socketDir, port: 5432, user: "postgres", database: "postgres", max: 1, onnotice() {} });

function migrationsHash(): string {
  const folder = new URL("./migrations/", import.meta.url).pathname;
  const hash = createHash("sha256");
  for (const file of readdirSync(folder).sort()) if (file.endsWith(".sql")) hash.update(readFileSync(folder + file));
  return hash.digest("hex").slice(0, 16);
}

/** One server for all test processes at once; whoever is the last to leave stops it. */
async function startServer() {
  mkdirSync(root, { recursive: true });
  const server = await startEmbeddedPostgres(root);
  const admin = administrate(server.socketDir);
  const template = `template_${migrationsHash()}`;
  await admin.begin(async (sql) => {
    await sql`select pg_advisory_xact_lock(hashtext('deftmail.template'))`;
    const [found] = await sql`select 1 from pg_database where datname = ${template}`;
    if (found) return;
    const maker = administrate(server.socketDir);
    await maker`create database ${maker(`${template}_new`)}`;
    await migrate({
      connection: { socketDir: server.socketDir, user: "postgres", database: `${template}_new` },
      appRole,
    });
    await maker`alter database ${maker(`${template}_new`)} rename to ${maker(template)}`;
    await maker.end();
  });
  return { server, admin, template };
}

let running: ReturnType<typeof startServer> | undefined;

/** Run once when all test files of a process have ended (`testing-preload.ts`). */
export async function leaveServer(): Promise<void> {
  if (!running) return;
  const { server, admin } = await running;
  running = undefined;
  const [others] = await admin<{ n: number }[]>`
    select count(*)::int as n from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()`;
  await admin.end();
  if (others?.n === 0) await server.stop();
}

/**
 * A database of its own for one test file, migrated, on a real PostgreSQL: `db` is the application's role (row-level security
 * applies), `owner` the superuser for looking behind it. Dropped when the file ends.
 */
export async function testDatabase(): Promise<{ db: Database; owner: Database; socketDir: string; name: string }> {
  running ??= startServer();
  const { server, admin, template } = await running;
  const name = `test_${Bun.randomUUIDv7().replaceAll("-", "")}`;
  await admin`create database ${admin(name)} template ${admin(template)}`;
  const open = (user: string) => openDatabase({ socketDir: server.socketDir, user, database: name, poolSize: 4 });
  const [db, owner] = [open(appRole), open("postgres")];
  afterAll(async () => {
    await Promise.all([db.close(), owner.close()]);
    await admin`drop database ${admin(name)} with (force)`;
  });
  return { db, owner, socketDir: server.socketDir, name };
}
