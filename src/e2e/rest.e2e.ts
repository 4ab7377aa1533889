import { afterAll, beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { createTRPCClient, httpLink } from "@trpc/client";
import type { DomainDetail, DomainRecords, DomainSummary } from "../features/domains/schema";
import type { MailUser, UserPage } from "../features/users/schema";
import type { Message, MessagePage } from "../features/webmail/schema";
import type { Sent } from "../features/webmail/schema/sending";
import type { AppRouter } from "../router";
import { type AppPorts, type AppProcess, freePorts, startApp } from "./app-process";
import { startOutsideWorld } from "./outside-world";
import { cookieFetch, generateSdk } from "./rest-sdk";

setDefaultTimeout(90_000);

const root = new URL("../../", import.meta.url).pathname;
const password = "a long walk at dusk";
const quotaBytes = 1024 ** 3;
let dataDir: string;
let ports: AppPorts;
let app: AppProcess;
let world: Awaited<ReturnType<typeof startOutsideWorld>>;
let sdk: Awaited<ReturnType<typeof generateSdk>>;
let owner: ReturnType<typeof sdk>;
let ana: ReturnType<typeof sdk>;
let panel: ReturnType<typeof createTRPCClient<AppRouter>>;
let domainId: string;

beforeAll(async () => {
  mkdirSync(join(root, ".cache"), { recursive: true });
  dataDir = mkdtempSync(join(root, ".cache/rest-"));
  ports = await freePorts();
  world = await startOutsideWorld({ zoneDir: join(dataDir, "zones"), sinkPort: ports.sink });
  app = await startApp(dataDir, ports);
  sdk = await generateSdk(app.url, join(dataDir, "sdk"));
  const cookies = cookieFetch(app.url);
  owner = sdk({ fetch: cookies });
  ana = sdk({ fetch: cookieFetch(app.url) });
  panel = createTRPCClient<AppRouter>({ links: [httpLink({ url: `${app.url}/api/trpc`, fetch: cookies })] });
});
afterAll(async () => {
  await app?.stop();
  await world?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

/** Asks until the answer is as wished; fails after twenty seconds with the last one. */
async function eventually<Answer>(ask: () => Promise<Answer>, isWished: (answer: Answer) => boolean): Promise<Answer> {
  for (const end = Date.now() + 20_000; ; await Bun.sleep(100)) {
    const answer = await ask();
    if (isWished(answer)) return answer;
    if (Date.now() > end) throw new Error(`never came true: ${JSON.stringify(answer).slice(0, 500)}`);
  }
}

test("a program signs up, once although it asks twice, and confirms its address", async () => {
  const call = {
    body: { company: "Harbour Tea", email: "lena@harbourtea.example", password },
    headers: { "Idempotency-Key": Bun.randomUUIDv7() },
  };
  const me = await owner<{ tenant: { id: string } }>("authSignUp", call);
  expect((await owner<{ tenant: { id: string } }>("authSignUp", call)).tenant.id).toBe(me.tenant.id);
  const notices = await eventually(
    () => panel.auth.keptNotices.query(),
    (kept) => kept.some(({ recipient, path }) => recipient === "lena@harbourtea.example" && path !== null),
  );
  const link = notices.find(({ recipient }) => recipient === "lena@harbourtea.example")!.path!;
  await owner("authConfirmEmail", { body: { token: link.split("#")[1] } });
  expect(await owner("authMe")).toMatchObject({ tenant: { isConfirmed: true }, member: { isConfirmed: true } });
});

test("it adds a domain, publishes its records and waits until it is active", async () => {
  domainId = (await owner<DomainSummary>("domainsAdd", { body: { name: "harbour.test" } })).id;
  const { records } = await owner<DomainRecords>("domainsRecords", { path: { domainId } });
  expect(records.map(({ purpose }) => purpose)).toEqual(expect.arrayContaining(["proof", "mx", "dkim", "spf"]));
  await owner("domainsPublishInTrial", { path: { domainId } });
  const isActive = ({ state, application }: DomainDetail) => state === "active" && application === "applied";
  await eventually(() => owner<DomainDetail>("domainsGet", { path: { domainId } }), isActive);
  expect(await owner("domainsUpdate", { path: { domainId }, body: { note: "By a program" } })).toMatchObject({
    note: "By a program",
  });
});

test("it creates a mailbox user, whose program signs in, sends a message and sees it leave", async () => {
  const body = { domainId, localPart: "ana", displayName: "Ana Ruiz", password, quotaBytes };
  const { id: userId, address } = await owner<MailUser>("usersCreate", { body });
  await eventually(
    () => owner<MailUser>("usersGet", { path: { userId } }),
    ({ application }) => application === "applied",
  );
  await ana("webmailSignIn", { body: { address, password } });
  const call = {
    body: { to: ["bo@outside.test"], subject: "By a program", text: "Hello, Bo." },
    headers: { "Idempotency-Key": Bun.randomUUIDv7() },
  };
  const sent = await ana<Sent>("webmailSend", call);
  expect(await ana<Sent>("webmailSend", call)).toEqual(sent);
  await eventually(
    async () => world.arrived.length,
    (count) => count > 0,
  );
  expect(world.arrived.map(({ to }) => to)).toEqual([["bo@outside.test"]]);
});

test("it receives an answer, lists it, reads it, marks it and deletes it", async () => {
  const list = (query: Record<string, unknown>) => ana<MessagePage>("webmailMessages", { query });
  await world.send(ports.smtp, { to: "ana@harbour.test", subject: "Hello, Ana", text: "Ten is perfect." });
  const { messages } = await eventually(
    () => list({ limit: 5 }),
    (page) => page.messages.length > 0,
  );
  expect(messages).toMatchObject([{ subject: "Hello, Ana", unread: true }]);
  const path = { messageId: messages[0]!.id };
  expect(await ana<Message>("webmailMessage", { path })).toMatchObject({
    subject: "Hello, Ana",
    from: [{ email: "bo@outside.test" }],
  });
  await ana("webmailUpdate", { path, body: { isRead: true } });
  expect((await list({})).messages).toMatchObject([{ unread: false }]);
  await ana("webmailRemove", { path });
  expect((await list({})).messages).toEqual([]);
  expect((await list({ role: "trash" })).messages.length).toBe(1);
  await ana("webmailRemove", { path });
  expect((await list({ role: "trash" })).messages).toEqual([]);
  await ana("webmailSignOut");
  await expect(ana("webmailMe")).rejects.toThrow("401 auth.required");
});

test("another program does domains and users with a token alone, nothing beyond its scopes, and nothing once it is revoked", async () => {
  const scopes = ["domains:read", "users:read", "users:write"] as const;
  const { secret, token } = await panel.auth.tokens.create.mutate({
    name: "Sync",
    holder: "tenant",
    scopes: [...scopes],
  });
  const sync = sdk({ auth: secret });
  expect(await sync("domainsGet", { path: { domainId } })).toMatchObject({ name: "harbour.test" });
  await expect(sync("domainsAdd", { body: { name: "more.test" } })).rejects.toThrow("403 auth.scope_missing");
  const body = { domainId, localPart: "bea", password, quotaBytes };
  const { id: userId } = await sync<MailUser>("usersCreate", { body });
  await expect(sync("usersCreate", { body })).rejects.toThrow("409 user.address_taken");
  expect(await sync("usersUpdate", { path: { userId }, body: { displayName: "Bea" } })).toMatchObject({
    displayName: "Bea",
  });
  expect(await sync("usersSetState", { path: { userId }, body: { state: "suspended" } })).toMatchObject({
    state: "suspended",
  });
  await sync("usersRemove", { path: { userId } });
  expect((await sync<UserPage>("usersList", { query: { limit: 10 } })).users.map(({ address }) => address)).toEqual([
    "ana@harbour.test",
  ]);
  await panel.auth.tokens.revoke.mutate({ tokenId: token.id });
  await expect(sync("usersList")).rejects.toThrow("401 auth.required");
});

test("V14.2.1 nothing alarming was logged, and no token or password is in the log", () => {
  const log = app.output();
  expect(log).not.toMatch(/"level":"(warn|error)"/);
  expect(log).not.toMatch(/dmt_[0-9A-Za-z]{20}/);
  expect(log).not.toContain(password);
});
