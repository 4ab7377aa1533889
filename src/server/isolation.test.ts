import { beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import { sessionEngineKey } from "~/features/auth/server/session-engine-key";
import { activeDomain } from "~/features/domains/server/testing-domains";
import { appliedUser, password } from "~/features/users/server/testing-users";
import { signInMailbox } from "~/features/webmail/server/sign-in-mailbox";
import { appRouter } from "../router";
import { type Context, mailboxContext } from "./context";
import { createRequestContext } from "./create-context";
import { anonymousContext, testMember, testServices } from "./testing";
import { createCallerFactory, failureOf } from "./trpc";

setDefaultTimeout(60_000);

const { services } = await testServices();
const callerOf = createCallerFactory(appRouter);
const canary = "canary-7f3a";

type Ids = { domainId: string; userId: string; mailboxId: string; threadId: string; messageId: string };
type Expectation = { who: "anyone" | "member" | "mailbox"; input?: (ids: Ids) => unknown };

/** One row for each procedure; a procedure without a row fails the test below. Inputs name every id that the procedure takes. */
const expectations: Record<string, Expectation> = {
  "auth.signUp": { who: "anyone" },
  "auth.signIn": { who: "anyone" },
  "auth.signOut": { who: "anyone" },
  "auth.me": { who: "member" },
  "domains.list": { who: "member", input: ({ domainId }) => ({ after: domainId }) },
  "domains.get": { who: "member", input: ({ domainId }) => ({ domainId }) },
  "domains.add": { who: "member", input: () => ({ name: `new-${Bun.randomUUIDv7()}.test` }) },
  "domains.check": { who: "member", input: ({ domainId }) => ({ domainId }) },
  "domains.publishInTrial": { who: "member", input: ({ domainId }) => ({ domainId }) },
  "domains.remove": { who: "member", input: ({ domainId }) => ({ domainId }) },
  "users.list": { who: "member", input: ({ domainId }) => ({ domainId }) },
  "users.get": { who: "member", input: ({ userId }) => ({ userId }) },
  "users.create": {
    who: "member",
    input: ({ domainId }) => ({ domainId, localPart: "eve", displayName: "Eve", password, quotaBytes: 1024 ** 3 }),
  },
  "users.setPassword": { who: "member", input: ({ userId }) => ({ userId, password: "another long walk at dawn" }) },
  "users.setQuota": { who: "member", input: ({ userId }) => ({ userId, quotaBytes: 1024 ** 3 }) },
  "users.suspend": { who: "member", input: ({ userId }) => ({ userId }) },
  "users.resume": { who: "member", input: ({ userId }) => ({ userId }) },
  "users.remove": { who: "member", input: ({ userId }) => ({ userId }) },
  "live.events": { who: "member" },
  "webmail.signIn": { who: "anyone" },
  "webmail.signOut": { who: "anyone" },
  "webmail.me": { who: "mailbox" },
  "webmail.overview": { who: "mailbox", input: ({ mailboxId }) => ({ mailboxId }) },
  "webmail.threads": { who: "mailbox", input: ({ mailboxId, messageId }) => ({ mailboxId, after: messageId }) },
  "webmail.thread": { who: "mailbox", input: ({ threadId }) => ({ threadId }) },
  "webmail.setKeyword": {
    who: "mailbox",
    input: ({ messageId }) => ({ messageIds: [messageId], keyword: "$seen", value: true }),
  },
  "webmail.move": { who: "mailbox", input: ({ messageId }) => ({ messageIds: [messageId], to: { role: "trash" } }) },
  "webmail.send": {
    who: "mailbox",
    input: ({ messageId }) => ({
      ...{
        idempotencyKey: crypto.randomUUID(),
        to: ["x@elsewhere.test"],
        subject: "s",
        text: "t",
        replyToId: messageId,
      },
    }),
  },
  "webmail.live": { who: "mailbox" },
};

const procedures = Object.keys((appRouter as unknown as { _def: { procedures: object } })._def.procedures);

/** What a caller sees: the answer, or the key of the failure. */
async function answer(context: Context, path: string, input: unknown): Promise<string> {
  const [area, name] = path.split(".") as [string, string];
  const caller = callerOf(context) as unknown as Record<string, Record<string, (input: unknown) => Promise<unknown>>>;
  try {
    return JSON.stringify((await caller[area]![name]!(input)) ?? null);
  } catch (error) {
    const failure = failureOf((error as Error).cause);
    return failure ? `failure ${failure.key} ${JSON.stringify(failure.details)}` : `error ${(error as Error).message}`;
  }
}

async function tenantWithMail(name: string, mail: string | null) {
  const { ctx, context } = await testMember(services);
  const { id: domainId } = await activeDomain(services, ctx, name);
  const user = await appliedUser(services, ctx, domainId, "ana");
  const mailContext = await signedInMailbox(`ana@${name}`);
  const engine = services.engine.forUser(await sessionEngineKey(mailboxContext(mailContext)));
  if (mail) {
    const raw = new TextEncoder().encode(`From: x@y.test\r\nTo: ana@${name}\r\nSubject: ${mail}\r\n\r\n${mail}\r\n`);
    await engine.messages.import({ raw, role: "inbox", keywords: [], receivedAt: new Date() });
  }
  const { page } = await engine.overview({ mailbox: { role: "inbox" }, limit: 10 });
  const { threadId = "none", messageId = "none" } = page.threads[0] ?? {};
  const ids: Ids = { domainId, userId: user.id, mailboxId: page.mailboxId, threadId, messageId };
  return { context, mail: mailContext, ids };
}

/** Signs in and comes back with the cookies, as a browser does. */
async function signedInMailbox(address: string): Promise<Context> {
  const jar: string[] = [];
  const cookies = { set: (name: string, value: string) => void jar.push(`${name}=${value}`), clear() {} };
  await signInMailbox({ ...anonymousContext(services), cookies }, { address, password });
  const request = new Request("http://localhost:3000/", { headers: { cookie: jar.join("; ") } });
  return (await createRequestContext(services, { request, ip: "127.0.0.1", requestId: "r" })).context;
}

let ours: Awaited<ReturnType<typeof tenantWithMail>>;
let theirs: Awaited<ReturnType<typeof tenantWithMail>>;
beforeAll(async () => {
  [ours, theirs] = [await tenantWithMail("ours.test", null), await tenantWithMail("theirs.test", canary)];
});

test("every procedure says who may call it", () => {
  expect(procedures.toSorted()).toEqual(Object.keys(expectations).toSorted());
});

test("nobody gets in without a session", async () => {
  for (const [path, { who, input }] of Object.entries(expectations)) {
    if (who === "anyone") continue;
    expect([path, await answer(anonymousContext(services), path, input?.(theirs.ids))]).toEqual([
      path,
      "failure auth.required {}",
    ]);
  }
});

test("a member's session opens no mailbox, and a mailbox user's session no panel", async () => {
  for (const [path, { who, input }] of Object.entries(expectations)) {
    if (who === "anyone") continue;
    const other = who === "member" ? theirs.mail : theirs.context;
    expect([path, await answer(other, path, input?.(theirs.ids))]).toEqual([path, "failure auth.required {}"]);
  }
});

test("another tenant's ids get the same answer as ids that nobody has", async () => {
  const nobodys: Ids = {
    ...{ domainId: Bun.randomUUIDv7(), userId: Bun.randomUUIDv7() },
    ...{ mailboxId: "zzzzz", threadId: "zzzzz", messageId: "zzzzz" },
  };
  const sameInEveryAccount = new Set(["webmail.overview", "webmail.threads"]);
  for (const [path, { who, input }] of Object.entries(expectations)) {
    if (who === "anyone" || !input || path === "domains.add" || sameInEveryAccount.has(path)) continue;
    const context = who === "member" ? ours.context : ours.mail;
    const [foreign, random] = [
      await answer(context, path, input(theirs.ids)),
      await answer(context, path, input(nobodys)),
    ];
    expect([path, foreign]).toEqual([path, random]);
  }
});

test("nothing of another tenant shows in any answer, and nothing of it was changed", async () => {
  for (const [path, { who, input }] of Object.entries(expectations)) {
    if (who === "anyone" || path.endsWith("live") || path === "live.events") continue;
    const seen = await answer(who === "member" ? ours.context : ours.mail, path, input?.(theirs.ids));
    expect([path, seen.includes(canary), seen.includes("theirs.test")]).toEqual([path, false, false]);
  }
  expect(await answer(theirs.context, "users.get", { userId: theirs.ids.userId })).toContain('"state":"active"');
  expect(await answer(theirs.mail, "webmail.thread", { threadId: theirs.ids.threadId })).toContain(canary);
});
