import type { Database } from "../../db/client";
import type { MailEngine } from "../engine/mail-engine";
import type { AccessTokens } from "./access-token";
import type { BlobStore } from "./blob-store";
import type { Events } from "./events";
import type { Log } from "./log";
import type { Mailer } from "./mailer";
import type { ProviderSettings } from "./provider-settings";
import type { RateLimit } from "./rate-limit";
import type { SecretBox } from "./secret-box";

/** A zone of the operator that takes dynamic updates (RFC 2136) under a shared key (RFC 8945). */
export type DkimZone = {
  name: string;
  update: { server: string; keyName: string; algorithm: string; secret: string } | null;
};

/** Public names of this installation and whether it is a trial: what the records of a customer's domain are made of. */
export type Platform = {
  /** Origin without a trailing slash. */
  appUrl: string;
  mailHost: string;
  spfHost: string;
  dmarcReportAddress: string;
  /** Resolvers as address or address:port; empty means the system's. */
  dnsServers: string[];
  /** Resolvers that show what the world sees, in the same form; none in tests that ask nobody. */
  publicResolvers: string[];
  /** Questions a second to the servers of one zone. */
  dnsZoneRate: number;
  /** Where customers' DKIM aliases point to, and how that zone is changed; `null`: keys stand in TXT records. */
  dkimZone: DkimZone | null;
  mtaStsMode: "none" | "testing" | "enforce";
  /** Stands for Cloudflare's interface in tests; absent everywhere else. */
  cloudflareUrl?: string;
  /** Signs Domain Connect links. */
  domainConnect: { privateKey: string; keyHost: string } | null;
  /** The trial's own zone for names under .test, `null` elsewhere. */
  trialZone: { server: string; dataDir: string } | null;
  /** Whether addresses that tenants name may lie on this machine itself; never in production. */
  allowsLoopbackTargets?: boolean;
  /** Key with which the mail server signs what it tells us; null where nobody listens. */
  engineHookKey: string | null;
  refreshSeconds: number;
  secureCookies: boolean;
  /** Other sites whose pages may call the REST API with a token. */
  corsOrigins: string[];
};

/** Everything outside of a verb's own rules that it may use. Made once at start. */
export type Services = {
  db: Database;
  engine: MailEngine;
  events: Events;
  /** Null where no relay is configured: then notices are kept to be read in the panel. */
  mailer: Mailer | null;
  rateLimit: RateLimit;
  /** Where else people may prove who they are; empty: nowhere. */
  providers: ProviderSettings[];
  accessTokens: AccessTokens;
  secretBox: SecretBox;
  /** What is too large for the database and waits for its message. */
  blobs: BlobStore;
  platform: Platform;
  log: Log;
  now: () => Date;
};
