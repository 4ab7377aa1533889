import { beforeEach, expect, test } from "bun:test";
import { and, eq } from "drizzle-orm";
import { CreateToken } from "~/features/auth/schema/tokens";
import { createToken } from "~/features/auth/server/tokens/create-token";
import { revokeToken } from "~/features/auth/server/tokens/revoke-token";
import { addDomain } from "~/features/domains/server/add-domain";
import { apiTokens, auditLogs, passkeys, tenants, users } from "../../../db/schema";
import { createRequestContext } from "../create-context";
import { joinTenant, testMember, testServices } from "../testing";
import { answerRest } from "./answer-rest";
import { tokenBearerOf } from "./api-token";

const { services: present, owner: database } = await testServices();
let aheadMs = 0;
const services = { ...present, now: () => new Date(Date.now() + aheadMs) };
const ip = "192.0.2.7";
let ctx: Awaited<ReturnType<typeof testMember>>["ctx"];
beforeEach(async () => {
  aheadMs = 0;
  ({ ctx } = await testMember(services, "admin"));
});

const make = (more: Partial<CreateToken> = {}, as = ctx) =>
  createToken(
    as,
    CreateToken.parse({ name: "Deploy", holder: "me", scopes: ["domains:read", "domains:write"], ...more }),
  );
const holderOf = (secret: string, from = ip) => tokenBearerOf(services, secret, from);

/** What a program with the token gets, through everything that a request passes. */
async function ask(
  secret: string,
  call: string,
  { body, headers = {} as Record<string, string>, from = ip } = {} as {
    body?: unknown;
    headers?: Record<string, string>;
    from?: string;
  },
) {
  const [method, path] = call.split(" ") as [string, string];
  const url = new URL(`http://localhost:3000/api/v1${path}`);
  const init = {
    method,
    headers: { authorization: `Bearer ${secret}`, "content-type": "application/json", ...headers },
  };
  const request = new Request(url, body === undefined ? init : { ...init, body: JSON.stringify(body) });
  const { context } = await createRequestContext(services, { request, ip: from, requestId: "r" });
  const answer = await answerRest(request, url, context);
  return { status: answer.status, body: (await answer.json().catch(() => null)) as { error?: { key: string } } | null };
}

test("a program with a token does what its scopes say, and nothing else", async () => {
  const { secret, token } = await make();
  expect((await ask(secret, "GET /domains")).status).toBe(200);
  expect((await ask(secret, "POST /domains", { body: { name: "program.test" } })).status).toBe(201);
  const isAdding = and(eq(auditLogs.tenantId, ctx.tenantId), eq(auditLogs.action, "domain.add"));
  const [added] = await database.select().from(auditLogs).where(isAdding);
  expect(added).toMatchObject({ actor: `token:${token.id}`, actorLabel: "Deploy", ip });
  const refused = { status: 403, body: { error: { key: "auth.scope_missing" } } };
  expect(await ask(secret, "GET /users")).toMatchObject(refused);
  expect(await ask(secret, "GET /auth/me")).toMatchObject({ status: 401 });
  expect(await ask(secret, "POST /webmail/messages", { body: {} })).toMatchObject({ status: 401 });
});

test("V8.4.1 a token for one domain sees that domain only", async () => {
  const [mine, other] = [await addDomain(ctx, { name: "one.test" }), await addDomain(ctx, { name: "two.test" })];
  const { secret } = await make({ domainIds: [mine.id] });
  expect((await ask(secret, `GET /domains/${mine.id}`)).status).toBe(200);
  expect((await ask(secret, `GET /domains/${other.id}`)).body?.error?.key).toBe("domain.not_found");
});

test("what was made up, revoked or has expired opens nothing", async () => {
  const { secret, token } = await make({ expiresInDays: 1 });
  expect(await holderOf(secret)).not.toBeNull();
  expect(await holderOf(`${secret.slice(0, -1)}!`)).toBeNull();
  aheadMs = 86_400_000;
  expect((await ask(secret, "GET /domains")).status).toBe(401);
  aheadMs = 0;
  await revokeToken(ctx, { tokenId: token.id });
  expect((await ask(secret, "GET /domains")).status).toBe(401);
});

test("V4.1.3 a token that is held to a network is refused from everywhere else, whatever a header says", async () => {
  const { secret } = await make({ networks: ["192.0.2.0/28"] });
  expect((await ask(secret, "GET /domains")).status).toBe(200);
  const headers = { "x-forwarded-for": ip, "x-real-ip": ip };
  expect((await ask(secret, "GET /domains", { from: "198.51.100.9", headers })).status).toBe(401);
});

test("V8.3.2 a token never may more than its member now, and ends with the membership", async () => {
  const member = (await joinTenant(services, ctx.tenantId, "admin")).ctx;
  const { secret } = await make({}, member);
  const isMember = eq(users.id, member.actor.memberId);
  expect(await holderOf(secret)).toMatchObject({ role: "admin", domainIds: null });
  await database.update(users).set({ role: "viewer" }).where(isMember);
  expect((await ask(secret, "POST /domains", { body: { name: "x.test" } })).body?.error?.key).toBe("auth.role_too_low");
  const domain = await addDomain(ctx, { name: "reach.test" });
  await database
    .update(users)
    .set({ role: "domain_admin", domainIds: [domain.id] })
    .where(isMember);
  expect(await holderOf(secret)).toMatchObject({ role: "domain_admin", domainIds: [domain.id] });
  await database.delete(users).where(isMember);
  expect(await holderOf(secret)).toBeNull();
});

test("a token of the tenant outlives who made it, and a suspended or closed tenant has none", async () => {
  const maker = (await joinTenant(services, ctx.tenantId, "owner")).ctx;
  const { secret } = await make({ holder: "tenant" }, maker);
  await database.delete(users).where(eq(users.id, maker.actor.memberId));
  expect(await holderOf(secret)).toMatchObject({ role: "admin", domainIds: null });
  for (const state of ["suspended", "closed"] as const) {
    await database.update(tenants).set({ state }).where(eq(tenants.id, ctx.tenantId));
    expect([state, await holderOf(secret)]).toEqual([state, null]);
  }
});

test("where the tenant asks for a second factor, the token of a member without one is refused until there is one", async () => {
  const { secret } = await make();
  await database.update(tenants).set({ requiresSecondFactor: true }).where(eq(tenants.id, ctx.tenantId));
  expect(await holderOf(secret)).toBeNull();
  const key = { credentialId: Bun.randomUUIDv7(), publicKey: "-", transports: [], name: "key" };
  await database.insert(passkeys).values({ ...key, personId: ctx.actor.personId });
  expect(await holderOf(secret)).not.toBeNull();
});

test("a session that comes along with a token counts for nothing", async () => {
  const { secret } = await make();
  const claims = { sid: ctx.actor.sessionId, sub: ctx.actor.memberId, tenant_id: ctx.tenantId, email: "a@b.example" };
  const person = { pid: ctx.actor.personId, auth_time: 0, mfa: false, domains: null, restricted: false };
  const cookie = `dm=${services.accessTokens.sign({ ...claims, role: "admin", person }, services.now())}`;
  const contextWith = async (headers: Record<string, string>) => {
    const request = new Request("http://localhost:3000/", { headers });
    return (await createRequestContext(services, { request, ip, requestId: "r" })).context;
  };
  expect((await contextWith({ cookie })).member?.memberId).toBe(ctx.actor.memberId);
  expect(await contextWith({ cookie, authorization: `Bearer ${secret}` })).toMatchObject({ member: null, token: {} });
  expect(await contextWith({ cookie, authorization: "Bearer wrong" })).toMatchObject({ member: null, token: null });
});

test("scopes that are no longer offered are no longer granted", async () => {
  const { secret, token } = await make();
  await database
    .update(apiTokens)
    .set({ scopes: ["everything", "domains:read"] })
    .where(eq(apiTokens.id, token.id));
  expect((await holderOf(secret))?.scopes).toEqual(["domains:read"]);
});
