import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { migrate } from "../../../db/migrate";
import { startEmbeddedEngine } from "../../engine/embedded/engine";
import { startZoneServer } from "../../features/domains/server/dns/zone-server";
import type { Embedded } from "../create-services";
import type { Env } from "../env";
import type { Log } from "../log";
import { startEmbeddedPostgres } from "../postgres/embedded-postgres";
import type { Secrets } from "./secrets";
import { settleBoth } from "./settle-both";
import { StartError } from "./start-error";
import type { StopStack } from "./stop-stack";

const appRole = "deftmail_app";
const engineUser = "panel";
const loopback = "127.0.0.1";

/** Starts every service that the environment does not name and brings the schema up to date. What was started is on `stops`, also when the rest fails. */
export async function startEmbeddedServices(env: Env, secrets: Secrets, log: Log, stops: StopStack): Promise<Embedded> {
  const folder = (name: string, mode = 0o700) => {
    const path = join(env.DATA_DIR, name);
    mkdirSync(path, { recursive: true, mode });
    return path;
  };

  const startDatabase = async (): Promise<Embedded["database"]> => {
    if (env.DATABASE_URL) return void (await migrateConfigured(env));
    const { socketDir, superuser, stop } = await startEmbeddedPostgres(folder("postgres", 0o711));
    stops.push(stop);
    await createDatabase(socketDir, superuser);
    await migrate({ connection: { socketDir, user: superuser, database: "deftmail" }, appRole });
    return { socketDir, user: appRole };
  };

  const startZone = async () => {
    const dataDir = folder("zones");
    const zone = await startZoneServer({ directory: dataDir, port: env.ZONE_PORT });
    stops.push(zone.stop);
    return { server: `${loopback}:${zone.port}`, dataDir };
  };

  const startEngine = async (dnsServer: string): Promise<Embedded["engine"]> => {
    if (env.STALWART_URL) return;
    const engine = await startEmbeddedEngine({
      ...{ dataDir: folder("engine"), hostname: env.MAIL_HOST, httpPort: 0, smtpPort: env.SMTP_IN_PORT },
      ...{ submissionPort: env.SUBMISSION_PORT, recoveryAdmin: { user: engineUser, password: secrets.enginePassword } },
      ...{ dns: { servers: [dnsServer] }, outboundPortOverride: env.SMTP_OUT_PORT },
      log: ({ level, ...fields }) => log[level === "error" ? "error" : "debug"]("engine", fields),
    });
    stops.push(engine.stop);
    return { baseUrl: engine.baseUrl, user: engineUser, password: secrets.enginePassword };
  };

  const [database, trialZone] = await settleBoth(startDatabase(), startZone());
  return { database, engine: await startEngine(trialZone.server), trialZone, secrets };
}

async function createDatabase(socketDir: string, user: string): Promise<void> {
  const { default: postgres } = await import("postgres");
  const admin = postgres({ host: socketDir, port: 5432, user, database: "postgres", max: 1, onnotice() {} });
  const [found] = await admin`select 1 from pg_database where datname = 'deftmail'`;
  if (!found) await admin`create database deftmail`;
  await admin.end();
}

/** Brings the database that the environment names up to date. Throws `StartError` when it cannot be reached or used. */
export async function migrateConfigured(env: Env): Promise<void> {
  const url = env.DATABASE_MIGRATE_URL;
  if (!url)
    throw new StartError("DATABASE_URL is set: set DATABASE_MIGRATE_URL as well, with the role that owns the schema.");
  const { username, host, pathname } = new URL(env.DATABASE_URL!);
  await migrate({ connection: { url }, appRole: decodeURIComponent(username) }).catch((cause: Error) => {
    const reason = cause.cause instanceof Error ? cause.cause.message : cause.message;
    throw new StartError(`The database at ${host}${pathname} cannot be used: ${reason}.`, { cause });
  });
}
