import { expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { sessions, tenants } from "../../db/schema";
import { endSession } from "../features/auth/server/end-session";
import { signUp } from "../features/auth/server/sign-up";
import { memberContext } from "./context";
import { type LiveEvent, liveEvents } from "./live";
import { testServices } from "./testing";
import { testBrowser } from "./testing-browser";

const { services, owner } = await testServices();

async function openPage(everyMs = 60_000) {
  const browser = testBrowser(services);
  const account = { company: "Acme", email: `${Bun.randomUUIDv7()}@a.example`, password: "a long walk at dusk" };
  await browser.visit((ctx) => signUp({ ...ctx, rateLimit: async () => {} }, account));
  const ctx = await browser.visit((context) => memberContext(context));
  const page = new AbortController();
  const heard: LiveEvent[] = [];
  const closed = (async () => {
    for await (const event of liveEvents(ctx, page.signal, everyMs)) heard.push(event);
  })();
  await Bun.sleep(0);
  return { browser, ctx, page, heard, closed };
}

test("an open page hears what changes in its tenant, and nothing of another", async () => {
  const [ours, theirs] = [await openPage(), await openPage()];
  services.events.publish({ tenantId: ours.ctx.tenantId, topic: "user", subjectId: "u" });
  services.events.publish({ tenantId: theirs.ctx.tenantId, topic: "domain" });
  while (ours.heard.length === 0 || theirs.heard.length === 0) await Bun.sleep(1);
  expect(ours.heard).toEqual([{ topic: "user", subjectId: "u" }]);
  expect(theirs.heard).toEqual([{ topic: "domain", subjectId: undefined }]);
  for (const { page, closed } of [ours, theirs]) {
    page.abort();
    await closed;
  }
});

test("signing out closes the pages of that session at once, and tells them why", async () => {
  const { browser, heard, closed, ctx } = await openPage();
  services.events.publish({ tenantId: ctx.tenantId, topic: "session", subjectId: Bun.randomUUIDv7() });
  await browser.visit((context) => endSession(context, "member"));
  await closed;
  expect(heard).toEqual([{ topic: "session", subjectId: ctx.actor.sessionId }]);
});

test("a session that was ended elsewhere, without a word, is noticed by and by", async () => {
  const { heard, closed, ctx } = await openPage(20);
  await owner.delete(sessions).where(eq(sessions.id, ctx.actor.sessionId));
  await closed;
  expect(heard.at(-1)?.topic).toBe("session");
});

test("so is the suspension of a tenant", async () => {
  const { closed, ctx } = await openPage(20);
  await owner.update(tenants).set({ state: "suspended" }).where(eq(tenants.id, ctx.tenantId));
  await closed;
});

test("a page that went away is not listened for any more", async () => {
  const { page, closed, heard, ctx } = await openPage();
  page.abort();
  await closed;
  services.events.publish({ tenantId: ctx.tenantId, topic: "user" });
  expect(heard).toEqual([]);
});

test("V8.2.2 who is held to some domains hears that something changed, never which domain or user", async () => {
  const { ctx: open, page: other } = await openPage();
  const ctx = { ...open, actor: { ...open.actor, role: "domain_admin" as const, domainIds: [Bun.randomUUIDv7()] } };
  const stop = new AbortController();
  const stream = liveEvents(ctx, stop.signal);
  const next = stream.next();
  services.events.publish({ tenantId: ctx.tenantId, topic: "domain", subjectId: Bun.randomUUIDv7() });
  expect((await next).value).toEqual({ topic: "domain" });
  stop.abort();
  other.abort();
  await stream.return(undefined);
});
