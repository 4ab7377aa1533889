import { drizzle } from "drizzle-orm/postgres-js";
import { migrate as runMigrations } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";

export type MigrateOptions = {
  /** Connection of the role that owns the schema. */
  connection: { url: string } | { socketDir: string; user: string; database: string };
  /** The application's role: it gets the rights it needs and owns nothing. Created when absent. */
  appRole: string;
};

const appendOnly = ["audit_logs"];

/** Brings the schema up to date and grants the application's role its rights. Safe to run at every start, by many at once. */
export async function migrate({ connection, appRole }: MigrateOptions): Promise<void> {
  const settings = { max: 1, connect_timeout: 10, onnotice() {} };
  const client =
    "url" in connection
      ? postgres(connection.url, settings)
      : postgres({
          ...settings,
          host: connection.socketDir,
          port: 5432,
          user: connection.user,
          database: connection.database,
        });
  try {
    await client`select pg_advisory_lock(hashtext('deftmail.migrate'))`;
    await runMigrations(drizzle(client), { migrationsFolder: new URL("./migrations", import.meta.url).pathname });
    await grant(client, appRole);
  } finally {
    await client.end({ timeout: 5 });
  }
}

async function grant(client: postgres.Sql, appRole: string): Promise<void> {
  const role = client(appRole);
  const [found] = await client`select rolsuper, rolbypassrls from pg_roles where rolname = ${appRole}`;
  if (!found) await client`create role ${role} login nosuperuser nobypassrls`;
  else if (found.rolsuper || found.rolbypassrls)
    throw new Error(`The database role "${appRole}" is a superuser or bypasses row-level security: use a plain role.`);
  await client`grant usage on schema public to ${role}`;
  await client`grant select, insert, update, delete on all tables in schema public to ${role}`;
  for (const table of appendOnly) await client`revoke update, delete on table ${client(table)} from ${role}`;
}
