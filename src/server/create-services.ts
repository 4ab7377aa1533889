import { type Database, openDatabase } from "../../db/client";
import { createEngine } from "../engine/create-engine";
import type { MailEngine } from "../engine/mail-engine";
import { createAccessTokens } from "./access-token";
import { createBlobStore } from "./create-blob-store";
import type { Env } from "./env";
import type { PageEvent } from "./events";
import { createKv, type Kv } from "./kv";
import { createLog, type Log } from "./log";
import { createMailer } from "./mailer";
import { providerSettings } from "./provider-settings";
import { createRateLimit } from "./rate-limit";
import { createSecretBox } from "./secret-box";
import type { Platform, Services } from "./services";

/** What is embedded when the environment does not name a service; `bun run up` fills it in, production leaves it empty. */
export type Embedded = {
  database?: { socketDir: string; user: string };
  engine?: { baseUrl: string; user: string; password: string };
  trialZone?: Platform["trialZone"];
  secrets: { jwtSecret: string; masterKey: string; engineHookKey?: string };
};

/** Builds the services of a process from its environment. Nothing connects before it is used. */
export function createServices(env: Env, embedded: Embedded, log: Log = createLog("deftmail", env.LOG_LEVEL)) {
  const database: Database = openDatabase({
    ...(env.DATABASE_URL ? { url: env.DATABASE_URL } : embedded.database),
    poolSize: env.DATABASE_POOL_SIZE,
  });
  const engine: MailEngine = env.STALWART_URL
    ? createEngine({ baseUrl: env.STALWART_URL, serviceAuth: { bearer: env.STALWART_API_KEY! }, log })
    : createEngine({ baseUrl: embedded.engine!.baseUrl, serviceAuth: { basic: embedded.engine! }, log });
  const accessTokens = createAccessTokens(embedded.secrets.jwtSecret, env.JWT_EXPIRY);
  // Whichever process ended a session, its access token must be worth nothing in all of them.
  const onEvent = ({ topic, subjectId }: PageEvent) => {
    if (topic === "session" && subjectId) accessTokens.drop(subjectId);
  };
  const kv: Kv = createKv({
    url: env.REDIS_URL,
    password: env.REDIS_PASSWORD,
    log,
    onEvent,
    onHearing: accessTokens.hearing,
  });
  const appUrl = env.APP_URL ?? `http://localhost:${env.PORT}`;
  const services: Services = {
    ...{ db: database, engine, events: kv.events, rateLimit: createRateLimit(kv, log), log, now: () => new Date() },
    ...{ accessTokens, providers: providerSettings(env) },
    mailer: env.SMTP_URL ? createMailer({ url: env.SMTP_URL, from: env.FROM_EMAIL }) : null,
    secretBox: createSecretBox(embedded.secrets.masterKey),
    blobs: createBlobStore(env),
    platform: {
      ...{ appUrl, mailHost: env.MAIL_HOST, spfHost: env.SPF_HOST, dmarcReportAddress: env.DMARC_REPORT_ADDRESS },
      ...{ dnsServers: env.DNS_SERVERS, trialZone: embedded.trialZone ?? null },
      ...{ publicResolvers: env.PUBLIC_RESOLVERS, dnsZoneRate: env.DNS_ZONE_RATE, mtaStsMode: env.MTA_STS_MODE },
      ...{ dkimZone: dkimZoneOf(env), domainConnect: domainConnectOf(env) },
      engineHookKey: embedded.secrets.engineHookKey ?? null,
      allowsLoopbackTargets: env.LOOPBACK_TARGETS,
      refreshSeconds: env.REFRESH_TOKEN_EXPIRY,
      secureCookies: appUrl.startsWith("https:"),
      corsOrigins: env.CORS_ORIGINS,
    },
  };
  return { services, kv, close: () => Promise.all([database.close(), kv.close()]) };
}

function dkimZoneOf({ DKIM_ZONE, DNS_UPDATE_SERVER, DNS_UPDATE_KEY }: Env): Platform["dkimZone"] {
  const zone = DKIM_ZONE?.toLowerCase().replace(/\.$/, "");
  if (!zone) return null;
  // Of a trial: its own zone server has it.
  if (!DNS_UPDATE_SERVER || !DNS_UPDATE_KEY) return { name: zone, update: null };
  const [keyName = "", algorithm = "", secret = ""] = DNS_UPDATE_KEY.split(":");
  return { name: zone, update: { server: DNS_UPDATE_SERVER, keyName, algorithm, secret } };
}

const domainConnectOf = ({ DOMAIN_CONNECT_KEY, DOMAIN_CONNECT_KEY_HOST }: Env): Platform["domainConnect"] =>
  DOMAIN_CONNECT_KEY && DOMAIN_CONNECT_KEY_HOST
    ? { privateKey: DOMAIN_CONNECT_KEY, keyHost: DOMAIN_CONNECT_KEY_HOST }
    : null;
