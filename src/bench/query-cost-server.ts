import { and, eq } from "drizzle-orm";
import { openDatabase } from "../../db/client";
import { mailUsers } from "../../db/schema";
import { createAccessTokens } from "../server/access-token";
import { createAnswer } from "../server/http/answer";
import { createKv } from "../server/kv";
import { createLog } from "../server/log";
import { createRateLimit } from "../server/rate-limit";
import { createSecretBox } from "../server/secret-box";
import type { Services } from "../server/services";

/** A server of the query-cost benchmark: `bare` answers one select, `api` the same select as an authenticated procedure. */
const [kind, socketDir, database, user, tenantId, mailUserId] = process.argv.slice(2) as [
  string,
  string,
  string,
  string,
  string,
  string,
];

const db = openDatabase({ socketDir, user, database, poolSize: 10 });
const log = createLog("bench", "error");
const kv = createKv({ log });
const services = {
  ...{ db, log, events: kv.events, rateLimit: createRateLimit(kv), now: () => new Date() },
  accessTokens: createAccessTokens("a-secret-of-at-least-thirty-two-characters", 900),
  secretBox: createSecretBox(Buffer.alloc(32).toString("base64")),
  platform: { appUrl: "http://localhost", secureCookies: false },
} as unknown as Services;

const own = and(eq(mailUsers.tenantId, tenantId), eq(mailUsers.id, mailUserId));
const bare = async () => {
  const columns = { address: mailUsers.address, displayName: mailUsers.displayName };
  return Response.json((await db.select(columns).from(mailUsers).where(own))[0]);
};
const none = async () => new Response(null, { status: 404 });
/** The bench is one address and is to be served. */
const floodLimit = { max: 1_000_000, windowSeconds: 1 };
const api = createAnswer({ services, kv, renderPage: none, staticFile: async () => null, floodLimit });

const server = Bun.serve({
  port: 0,
  hostname: "127.0.0.1",
  fetch(request) {
    if (request.url.endsWith("/cpu")) return Response.json(process.cpuUsage());
    return kind === "bare" ? bare() : api(request, "127.0.0.1");
  },
});
const claims = {
  sub: mailUserId,
  sid: mailUserId,
  tenant_id: tenantId,
  email: "a@b.test",
  role: "mailbox",
  person: null,
} as const;
console.log(JSON.stringify({ port: server.port, token: services.accessTokens.sign(claims, new Date()) }));
