import { afterAll } from "bun:test";
import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { auditLogs, people, tenants, users } from "../../db/schema";
import type { MemberRole } from "../../db/schema/enums";
import { testDatabase } from "../../db/testing";
import { inScope } from "../../db/transaction";
import { startEmbeddedEngine } from "../engine/embedded/engine";
import { createEngine } from "../engine/create-engine";
import { startZoneServer } from "../features/domains/server/dns/zone-server";
import { createAccessTokens } from "./access-token";
import { type Context, type MemberCtx, type MemberSession, memberContext, type TenantId } from "./context";
import { createDiskBlobStore } from "./disk-blob-store";
import { createKv } from "./kv";
import { createLog } from "./log";
import { createRateLimit } from "./rate-limit";
import { createSecretBox } from "./secret-box";
import type { Services } from "./services";
import { failureOf } from "./trpc";

const cache = new URL("../../.cache/", import.meta.url).pathname;

/**
 * Real services for one test file: a database of its own, the embedded engine and the zone server on free loopback ports. All end
 * with the file. `logged` holds every log line, so that a test can say what must not be in it. Mail to the world goes to `outboundPort`.
 */
export async function testServices({ outboundPort }: { outboundPort?: number } = {}) {
  const { db, owner } = await testDatabase();
  const dataDir = mkdtempSync(join(cache, "test-services-"));
  const zoneDir = join(dataDir, "zones");
  const zone = await startZoneServer({ directory: zoneDir, port: 0 });
  const recoveryAdmin = { user: "panel", password: Bun.randomUUIDv7() };
  const dnsServer = `127.0.0.1:${zone.port}`;
  const engineServer = await startEmbeddedEngine({
    ...{
      dataDir: join(dataDir, "engine"),
      hostname: "mail.deftmail.test",
      httpPort: 0,
      smtpPort: 0,
      submissionPort: 0,
    },
    ...{ recoveryAdmin, dns: { servers: [dnsServer] }, log: () => {}, outboundPortOverride: outboundPort },
  });
  const logged: string[] = [];
  const log = createLog("test", "debug", (line) => void logged.push(line));
  const kv = createKv({ log });
  const services: Services = {
    ...{ mailer: null, providers: [] },
    ...{ db, log, events: kv.events, rateLimit: createRateLimit(kv, log), now: () => new Date() },
    engine: createEngine({ baseUrl: engineServer.baseUrl, serviceAuth: { basic: recoveryAdmin } }),
    accessTokens: createAccessTokens("a-secret-of-at-least-thirty-two-characters", 900),
    secretBox: createSecretBox(Buffer.alloc(32, 7).toString("base64")),
    blobs: createDiskBlobStore(join(dataDir, "blobs")),
    platform: {
      ...{ appUrl: "http://localhost:3000", mailHost: "mail.deftmail.test", spfHost: "spf.deftmail.test" },
      ...{
        dmarcReportAddress: "dmarc@deftmail.test",
        dnsServers: [],
        trialZone: { server: dnsServer, dataDir: zoneDir },
      },
      ...{ publicResolvers: [], dnsZoneRate: 1000, dkimZone: null, mtaStsMode: "testing", domainConnect: null },
      engineHookKey: "the-key-of-the-mail-server-in-tests",
      ...{ refreshSeconds: 604_800, secureCookies: false, corsOrigins: [] },
    },
  };
  afterAll(async () => {
    await engineServer.stop();
    await zone.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });
  return {
    services,
    owner,
    logged,
    kv,
    smtpPort: engineServer.smtpPort,
    submissionPort: engineServer.submissionPort,
    engineUrl: engineServer.baseUrl,
    engineAuth: { basic: recoveryAdmin },
  };
}

/** A request that nobody has signed in to. */
export function anonymousContext(services: Services): Context {
  const cookies = { get: () => undefined, set() {}, clear() {} };
  return {
    ...services,
    requestId: Bun.randomUUIDv7(),
    ip: "127.0.0.1",
    userAgent: "test",
    member: null,
    mailbox: null,
    token: null,
    cookies,
  };
}

/** A new tenant with one member of the given role. */
export async function testMember(
  services: Services,
  role: MemberRole = "owner",
): Promise<{ ctx: MemberCtx; context: Context }> {
  const tenantId = Bun.randomUUIDv7();
  const confirmedAt = services.now();
  await inScope(services.db, { tenantId }, (tx) =>
    tx.insert(tenants).values({ id: tenantId, name: "Test", confirmedAt }),
  );
  return joinTenant(services, tenantId, role);
}

/** One more member of an existing tenant. */
export async function joinTenant(
  services: Services,
  tenantId: string,
  role: MemberRole,
  domainIds: string[] | null = null,
): Promise<{ ctx: MemberCtx; context: Context }> {
  const [memberId, personId] = [Bun.randomUUIDv7(), Bun.randomUUIDv7()];
  const email = `${memberId}@members.example`;
  const emailConfirmedAt = services.now();
  await inScope(services.db, { tenantId, personId }, async (tx) => {
    await tx.insert(people).values({ id: personId, email, emailConfirmedAt, passwordHash: "-" });
    await tx.insert(users).values({ id: memberId, tenantId, personId, role, domainIds });
  });
  const member: MemberSession = {
    ...{ sessionId: Bun.randomUUIDv7(), tenantId: tenantId as TenantId, memberId, personId, email, role, domainIds },
    ...{ authenticatedAt: services.now(), hasSecondFactor: false, isRestricted: false },
  };
  const context = { ...anonymousContext(services), member };
  return { context, ctx: memberContext(context) };
}

/** The actions in a tenant's audit log, oldest first. */
export async function auditedActions(services: Services, tenantId: string): Promise<string[]> {
  const rows = await inScope(services.db, { tenantId }, (tx) =>
    tx
      .select({ action: auditLogs.action })
      .from(auditLogs)
      .where(eq(auditLogs.tenantId, tenantId))
      .orderBy(auditLogs.id),
  );
  return rows.map(({ action }) => action);
}

/** The key under which a caller would learn of the failure, `"none"` when there is none. Unexpected errors are thrown on. */
export const refusalOf = (attempt: Promise<unknown>): Promise<string> =>
  attempt.then(
    () => "none",
    (error: unknown) => {
      const failure = failureOf(error);
      if (!failure) throw error;
      return failure.key;
    },
  );
