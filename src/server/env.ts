import { z } from "zod";
import { isSafeUrl } from "../lib/safe-url";

const port = z.coerce.number().int().min(0).max(65_535);
const text = z.string().trim().min(1);
const origin = z.url({ protocol: /^https?$/ }).transform((value) => new URL(value).origin);
const exactOrigin = z
  .string()
  .refine(
    (value) => URL.canParse(value) && new URL(value).origin === value,
    "write each as an origin, such as https://app.example.org",
  );
const duration = z
  .string()
  .regex(/^\d+[smhd]$/, "write a number and s, m, h or d, such as 15m")
  .transform((value) => Number(value.slice(0, -1)) * { s: 1, m: 60, h: 3600, d: 86_400 }[value.at(-1) as "s"]);
const list = z.string().transform((value) =>
  value
    .split(",")
    .map((part) => part.trim())
    .filter(Boolean),
);

const Env = z.object({
  NODE_ENV: z.enum(["production", "development", "test"]).default("development"),
  /** Where people reach DeftMail; cookies are `Secure` when it is https. */
  APP_URL: origin.optional(),
  PORT: port.default(3000),
  HOST: text.default("127.0.0.1"),
  /** Addresses of proxies whose X-Forwarded-For is believed. */
  TRUSTED_PROXIES: list.default([]),
  /** Origins of other sites whose pages may call /api/v1 with an API token; nobody else's may. */
  CORS_ORIGINS: list.pipe(z.array(exactOrigin)).default([]),

  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  /** The role that owns the schema; needed wherever migrations run against DATABASE_URL. */
  DATABASE_MIGRATE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  DATABASE_POOL_SIZE: z.coerce.number().int().min(2).max(200).default(10),

  REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
  REDIS_PASSWORD: text.optional(),

  JWT_SECRET: z.string().min(32, "use at least 32 characters").optional(),
  JWT_EXPIRY: duration.default(900),
  REFRESH_TOKEN_EXPIRY: duration.default(604_800),
  /** Seals DKIM keys and session keys in the database: base64 of 32 bytes. */
  MASTER_KEY: z
    .string()
    .refine((value) => Buffer.from(value, "base64").length === 32, "must be base64 of 32 bytes")
    .optional(),

  STALWART_URL: z.url({ protocol: /^https?$/ }).optional(),
  STALWART_API_KEY: text.optional(),
  /** Signs what the mail server tells us of mail under way, and where it tells it: this application as the mail server reaches it. */
  ENGINE_HOOK_KEY: z.string().min(32, "use at least 32 characters").optional(),
  ENGINE_HOOK_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** Embedded engine: where it takes mail in and submissions. */
  SMTP_IN_PORT: port.default(2525),
  SUBMISSION_PORT: port.default(2587),
  /** Embedded engine: where outgoing mail is delivered instead of port 25 of the recipient's server. */
  SMTP_OUT_PORT: port.default(25),

  /** Public names of this installation, used in the records that customers publish. */
  MAIL_HOST: text.default("mail.deftmail.test"),
  SPF_HOST: text.default("spf.deftmail.test"),
  DMARC_REPORT_ADDRESS: z.email().default("dmarc@deftmail.test"),
  /** Resolvers as address or address:port, instead of the system's. */
  DNS_SERVERS: list.default([]),
  /** Resolvers of the public that are asked what the world sees, beside the zone's own servers; at least two. */
  PUBLIC_RESOLVERS: list.pipe(z.array(text).min(2, "name at least two")).default(["1.1.1.1", "8.8.8.8", "9.9.9.9"]),
  /** Questions a second that the name servers of one zone are asked at most. */
  DNS_ZONE_RATE: z.coerce.number().int().min(1).max(10_000).default(50),
  /** Zone of the operator that customers' DKIM aliases point into, so that their keys rotate without them; none: keys stand in TXT records. */
  DKIM_ZONE: text.optional(),
  /** Primary server of that zone, and the key for changes to it (RFC 2136, RFC 8945) as name:algorithm:base64. */
  DNS_UPDATE_SERVER: text.optional(),
  DNS_UPDATE_KEY: z
    .string()
    .regex(/^[\w.-]+:hmac-sha(?:256|384|512):[A-Za-z0-9+/]+=*$/, "write name:hmac-sha256:base64")
    .optional(),
  /** What servers that send to customers are told to do when encryption fails (RFC 8461). */
  MTA_STS_MODE: z.enum(["none", "testing", "enforce"]).default("testing"),
  /** Signs Domain Connect links: PKCS#8 PEM, and the host that publishes its public key. */
  DOMAIN_CONNECT_KEY: text.optional(),
  DOMAIN_CONNECT_KEY_HOST: text.optional(),
  /** Port of the trial's zone server for names under .test. */
  ZONE_PORT: port.default(5354),
  /** Lets webhooks call servers on this machine, to try them out; refused in production. */
  LOOPBACK_TARGETS: z
    .enum(["true", "false"])
    .default("false")
    .transform((value) => value === "true"),

  /** Sign-in at other providers: each is offered when its id and secret are set. */
  GOOGLE_CLIENT_ID: text.optional(),
  GOOGLE_CLIENT_SECRET: text.optional(),
  MICROSOFT_CLIENT_ID: text.optional(),
  MICROSOFT_CLIENT_SECRET: text.optional(),
  /** A directory's id or name, or `common`, `organizations`, `consumers`. */
  MICROSOFT_TENANT: z
    .string()
    .regex(/^[\w.-]+$/)
    .default("common"),
  GITHUB_CLIENT_ID: text.optional(),
  GITHUB_CLIENT_SECRET: text.optional(),
  /** Any other OpenID Connect provider, found by discovery; https, or plain http on this machine. */
  OIDC_ISSUER: z.url().refine(isSafeUrl, "must be https").optional(),
  OIDC_CLIENT_ID: text.optional(),
  OIDC_CLIENT_SECRET: text.optional(),
  /** What people know it as. */
  OIDC_NAME: text.max(40).default("Single sign-on"),

  /** Where attached files wait for their message; without a bucket in the data folder, which is enough for one machine. */
  S3_ENDPOINT: z.url().optional(),
  S3_REGION: text.optional(),
  S3_BUCKET: text.optional(),
  S3_ACCESS_KEY: text.optional(),
  S3_SECRET_KEY: text.optional(),

  /** Relay for mail from the platform itself: links that confirm addresses and reset passwords. Without it a trial keeps that mail. */
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  FROM_EMAIL: z.email().default("no-reply@deftmail.test"),

  SENTRY_DSN: z.url().optional(),
  SENTRY_ENVIRONMENT: text.optional(),

  RATE_LIMIT_WINDOW: duration.default(60),
  RATE_LIMIT_MAX: z.coerce.number().int().min(1).default(300),

  /** Folder of everything that the embedded services keep. */
  DATA_DIR: text.default(".deftmail"),
  LOG_LEVEL: z.enum(["debug", "info", "warn", "error"]).default("info"),
});

export type Env = z.infer<typeof Env>;
export const envKeys = Object.keys(Env.shape);

const requiredInProduction = [
  "APP_URL",
  "DATABASE_URL",
  "REDIS_URL",
  "JWT_SECRET",
  "MASTER_KEY",
  "STALWART_URL",
  "STALWART_API_KEY",
  "ENGINE_HOOK_KEY",
  "SMTP_URL",
  "FROM_EMAIL",
] as const;

/** Settings that mean something together only. */
const together = [
  ["GOOGLE_CLIENT_ID", "GOOGLE_CLIENT_SECRET"],
  ["MICROSOFT_CLIENT_ID", "MICROSOFT_CLIENT_SECRET"],
  ["GITHUB_CLIENT_ID", "GITHUB_CLIENT_SECRET"],
  ["DKIM_ZONE", "DNS_UPDATE_SERVER", "DNS_UPDATE_KEY"],
  ["DOMAIN_CONNECT_KEY", "DOMAIN_CONNECT_KEY_HOST"],
  ["OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET"],
  ["S3_BUCKET", "S3_ACCESS_KEY", "S3_SECRET_KEY"],
] as const;

/** A configuration that cannot be started with; `message` lists every problem, one a line. */
export class EnvError extends Error {}

/** Parses the environment once. Empty values count as unset. Throws `EnvError` naming every problem at once. */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ""));
  const parsed = Env.safeParse(given);
  const problems = parsed.error?.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`) ?? [];
  if (parsed.data?.NODE_ENV === "production")
    for (const name of requiredInProduction) if (!given[name]) problems.push(`${name}: is required in production`);
  if (parsed.data?.NODE_ENV === "production" && parsed.data.LOOPBACK_TARGETS)
    problems.push("LOOPBACK_TARGETS: is for trying out only");
  if (given.STALWART_URL && !given.STALWART_API_KEY) problems.push("STALWART_API_KEY: is required with STALWART_URL");
  const keepsOwnZone = given.DKIM_ZONE?.endsWith(".test") && parsed.data?.NODE_ENV !== "production";
  const groups = together.filter(([first]) => first !== "DKIM_ZONE" || !keepsOwnZone);
  for (const names of groups)
    if (names.some((name) => given[name]))
      for (const name of names.filter((one) => !given[one])) {
        const others = names.filter((other) => other !== name).join(" and ");
        problems.push(`${name}: is required with ${others}`);
      }
  if (!parsed.success || problems.length) throw new EnvError(problems.join("\n"));
  return parsed.data;
}
