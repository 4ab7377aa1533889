import { expect, setDefaultTimeout, test } from "bun:test";
import { eq } from "drizzle-orm";
import { endSession } from "~/features/auth/server/end-session";
import { startSession } from "~/features/auth/server/start-session";
import { removeMember } from "~/features/auth/server/team/remove-member";
import { setRole } from "~/features/auth/server/team/set-role";
import { createToken } from "~/features/auth/server/tokens/create-token";
import { revokeToken } from "~/features/auth/server/tokens/revoke-token";
import { testMailboxes } from "~/features/webmail/server/testing-webmail";
import { apiTokens, mailUsers, sessions, tenants, users } from "../../../db/schema";
import { apiScopes } from "../../lib/api-scopes";
import type { Context } from "../context";
import { createRequestContext } from "../create-context";
import { nobodysIds } from "../expectations/testing-expectation";
import type { LiveEvent } from "../live";
import { testServices } from "../testing";
import { answerOf, call, expectations } from "../testing-expectations";
import { signedInMember } from "./testing-signed-in";

setDefaultTimeout(120_000);

const world = await testServices();
const services = { ...world.services, rateLimit: async () => {} };
const { owner: db } = world;
type Kind = "member" | "mailbox";

/** Which procedures let a request in that should be nobody's: by its answers to all of them. */
async function opened(context: Context, kind: Kind): Promise<string[]> {
  const open: string[] = [];
  for (const [path, { who, input }] of Object.entries(expectations))
    if (who !== "anyone" && (who === "mailbox") === (kind === "mailbox"))
      if ((await answerOf(context, path, input?.(nobodysIds()))) !== "failure auth.required {}") open.push(path);
  return open;
}

type Holder = { tenantId: string; sessionId: string; memberId?: string; mailUserId?: string };
/** What ends a session without a word to its browser, as another process or the operator does it. */
const ends: Record<string, (holder: Holder) => PromiseLike<unknown>> = {
  "its row is gone": ({ sessionId }) => db.delete(sessions).where(eq(sessions.id, sessionId)),
  "its time is over": ({ sessionId: id }) =>
    db.update(sessions).set({ expiresAt: new Date() }).where(eq(sessions.id, id)),
  "its tenant is suspended": ({ tenantId: id }) =>
    db.update(tenants).set({ state: "suspended" }).where(eq(tenants.id, id)),
  "its tenant is closed": ({ tenantId: id }) => db.update(tenants).set({ state: "closed" }).where(eq(tenants.id, id)),
  "its member is removed": ({ memberId }) => db.delete(users).where(eq(users.id, memberId!)),
  "its mailbox user is suspended": ({ mailUserId }) =>
    db.update(mailUsers).set({ state: "suspended", maySignIn: false }).where(eq(mailUsers.id, mailUserId!)),
};
const ofMembers = Object.entries(ends).filter(([what]) => !what.includes("mailbox user"));
const ofMailboxes = Object.entries(ends).filter(([what]) => !what.includes("member"));

for (const [what, end] of ofMembers)
  test(`V7.4.1 a member's session opens nothing any more when ${what}`, async () => {
    const { browser, ctx } = await signedInMember(services, "owner");
    browser.jar.delete("dm");
    await end({ tenantId: ctx.tenantId, ...ctx.actor });
    expect(await opened(await browser.visit((context) => context), "member")).toEqual([]);
  });

for (const [at, [what, end]] of ofMailboxes.entries())
  test(`V7.4.1 a mailbox user's session opens nothing any more when ${what}`, async () => {
    const { people } = await testMailboxes(services, `ended${at}.test`, ["ana"]);
    const { browser, ctx } = people.ana;
    browser.jar.delete("mail");
    await end({ tenantId: ctx.tenantId, ...ctx.actor });
    expect(await opened(await browser.visit((context) => context), "mailbox")).toEqual([]);
  });

test("V7.4.1 cookies that were kept open nothing after the sign-out, access token included", async () => {
  const { browser } = await signedInMember(services, "owner");
  const kept = browser.copy();
  await browser.visit((context) => endSession(context, "member"));
  expect(await opened(await kept.visit((context) => context), "member")).toEqual([]);
});

async function heldToken(holder: "me" | "tenant", networks: string[] | null = null) {
  const { ctx } = await signedInMember(services, "owner");
  const form = { name: "t", holder, scopes: [...apiScopes], domainIds: null, networks, expiresInDays: 1 };
  const { secret, token } = await createToken(ctx, form);
  const visit = async (): Promise<Context> => {
    const request = new Request(services.platform.appUrl, { headers: { authorization: `Bearer ${secret}` } });
    const asked = { request, ip: "192.0.2.7", requestId: Bun.randomUUIDv7() };
    return (await createRequestContext(services, asked)).context;
  };
  return { ctx, id: token.id, secret, visit };
}
type Token = Awaited<ReturnType<typeof heldToken>>;

const endsOfTokens: Record<string, (token: Token) => PromiseLike<unknown>> = {
  "it is revoked": ({ ctx, id }) => revokeToken(ctx, { tokenId: id }),
  "its time is over": ({ id }) => db.update(apiTokens).set({ expiresAt: new Date() }).where(eq(apiTokens.id, id)),
  "its tenant is suspended": ({ ctx }) => ends["its tenant is suspended"]!({ tenantId: ctx.tenantId, sessionId: "" }),
  "its tenant is closed": ({ ctx }) => ends["its tenant is closed"]!({ tenantId: ctx.tenantId, sessionId: "" }),
  "its member is removed": ({ ctx }) => db.delete(users).where(eq(users.id, ctx.actor.memberId)),
  "its tenant asks for a second factor that its member has not": ({ ctx }) =>
    db.update(tenants).set({ requiresSecondFactor: true }).where(eq(tenants.id, ctx.tenantId)),
};

for (const [what, end] of Object.entries(endsOfTokens))
  test(`V7.4.1 an API token opens nothing any more when ${what}`, async () => {
    const token = await heldToken("me");
    expect((await token.visit()).token?.tokenId).toBe(token.id);
    await end(token);
    expect(await opened(await token.visit(), "member")).toEqual([]);
  });

test("V6.3.4 an API token opens nothing from elsewhere than its networks, nor with a letter changed", async () => {
  const elsewhere = await heldToken("tenant", ["198.51.100.0/24"]);
  expect(await opened(await elsewhere.visit(), "member")).toEqual([]);
  const { secret } = await heldToken("tenant");
  const wrong = secret.slice(0, -1) + (secret.endsWith("0") ? "1" : "0");
  for (const bearer of [wrong, "", "x", `${secret}0`, secret.toLowerCase(), "null", "undefined"]) {
    const request = new Request(services.platform.appUrl, { headers: { authorization: `Bearer ${bearer}` } });
    const asked = { request, ip: "192.0.2.7", requestId: Bun.randomUUIDv7() };
    const { context } = await createRequestContext(services, asked);
    expect([bearer, await opened(context, "member")]).toEqual([bearer, []]);
  }
});

/** Reads the stream of a member's open page to its end. */
async function openPage(context: Context) {
  const heard: LiveEvent[] = [];
  const stream = (await call({ ...context, signal: undefined }, "live.events", undefined)) as AsyncIterable<LiveEvent>;
  const ended = (async () => {
    for await (const event of stream) heard.push(event);
  })();
  await Bun.sleep(0);
  return { heard, ended };
}

test("V8.3.2 who loses a role loses it with the next call, and open pages ask anew within five seconds", async () => {
  const boss = await signedInMember(services, "owner");
  const admin = await signedInMember(services, "admin", boss.ctx.tenantId);
  const add = async (context: Context) => answerOf(context, "domains.add", { name: `x-${Bun.randomUUIDv7()}.test` });
  expect(await add(await admin.visit())).toContain('"state":"pending_proof"');
  const page = await openPage(await admin.visit());
  const begun = performance.now();
  await setRole(boss.ctx, { memberId: admin.ctx.actor.memberId, role: "viewer" });
  expect(await add(await admin.visit())).toBe("failure auth.role_too_low {}");
  await page.ended;
  expect(performance.now() - begun).toBeLessThan(5000);
  expect(page.heard.at(-1)?.topic).toBe("session");
});

test("V8.3.2 who is removed is out with the next call, everywhere, and open pages end within five seconds", async () => {
  const boss = await signedInMember(services, "owner");
  const admin = await signedInMember(services, "admin", boss.ctx.tenantId);
  const pages = [await openPage(await admin.visit()), await openPage(await admin.visit())];
  const begun = performance.now();
  await removeMember(boss.ctx, { memberId: admin.ctx.actor.memberId });
  expect(await opened(await admin.visit(), "member")).toEqual([]);
  await Promise.all(pages.map(({ ended }) => ended));
  expect(performance.now() - begun).toBeLessThan(5000);
});

test("V8.3.2 a token is never more than its member may do now", async () => {
  const token = await heldToken("me");
  const second = await signedInMember(services, "owner", token.ctx.tenantId);
  const add = async () => answerOf(await token.visit(), "domains.add", { name: `x-${Bun.randomUUIDv7()}.test` });
  expect(await add()).toContain('"state":"pending_proof"');
  await setRole(second.ctx, { memberId: token.ctx.actor.memberId, role: "viewer" });
  expect(await add()).toBe("failure auth.role_too_low {}");
});

test("V7.2.4 signing in makes a new session, and what was in the browser before is worth nothing", async () => {
  const { browser, ctx } = await signedInMember(services, "owner");
  const planted = browser.copy();
  const { kind: _, email, ...actor } = ctx.actor;
  const place = { ...actor, tenantId: ctx.tenantId, asksForFactor: false };
  await browser.visit((context) => startSession(context, { kind: "member", email, ...place }));
  for (const name of ["dm", "dm_refresh"]) expect(browser.jar.get(name)).not.toBe(planted.jar.get(name));
  expect(await browser.visit((context) => context.member?.sessionId)).not.toBe(actor.sessionId);
  expect(await opened(await planted.visit((context) => context), "member")).toEqual([]);
});

test("V7.2.3 tokens of sessions are random, at least 128 bits of them, and no two are alike", async () => {
  const made = await Promise.all(Array.from({ length: 20 }, () => signedInMember(services, "viewer")));
  const tokens = made.map(({ browser }) => browser.jar.get("dm_refresh")!);
  expect(new Set(tokens).size).toBe(20);
  const random = tokens.map((token) =>
    token.split(".").reduce((longest, part) => (part.length > longest.length ? part : longest)),
  );
  for (const part of random) expect(Buffer.from(part, "base64url").length).toBeGreaterThanOrEqual(16);
  expect(new Set(random).size).toBe(20);
});
