import { expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { appliedUser, tenantWithDomain } from "~/features/users/server/testing-users";
import { auditedActions, testServices } from "~/server/testing";
import { testBrowser } from "~/server/testing-browser";
import { sessions } from "../../../../db/schema";
import { type NewSession, startSession } from "./start-session";

const { services, owner } = await testServices();
const { ctx, domainId } = await tenantWithDomain(services, "acme.test");
const { memberId, personId, role, domainIds } = ctx.actor;
const { tenantId } = ctx;
const place = { tenantId, memberId, personId, role, domainIds, asksForFactor: false };
const member: NewSession = { kind: "member", email: "ana@owner.example", hasSecondFactor: false, ...place };
const user = await appliedUser(services, ctx, domainId, "ana");

async function mailbox(): Promise<NewSession> {
  const account = await services.engine.directory.accounts.find(user.address);
  const key = { accountId: account!.accountId, description: "test", expiresAt: new Date(Date.now() + 60_000) };
  const engineKey = await services.engine.directory.keys.mint(key);
  return { kind: "mailbox", tenantId, mailUserId: user.id, address: user.address, engineKey };
}

test("a member's and a mailbox user's session live side by side in one browser", async () => {
  const browser = testBrowser(services);
  await browser.visit((as) => startSession(as, member));
  const mailSession = await mailbox();
  await browser.visit((as) => startSession(as, mailSession));
  const seen = await browser.visit((as) => [as.member?.memberId, as.mailbox?.address]);
  expect(seen).toEqual([memberId, user.address]);
  expect(await auditedActions(services, tenantId)).toContain("session.start");
});

test("no session lasts longer than thirty days, whatever the settings say", async () => {
  const patient = { ...services, platform: { ...services.platform, refreshSeconds: 90 * 86_400 } };
  const browser = testBrowser(patient);
  const { member: session } = await browser.visit((as) => startSession(as, member));
  const [row] = await owner.select().from(sessions).where(eq(sessions.id, session!.sessionId));
  expect(row!.expiresAt.getTime() - row!.createdAt.getTime()).toBe(30 * 86_400_000);
});

test("the engine's key is kept sealed, never as it is", async () => {
  const who = await mailbox();
  await testBrowser(services).visit((as) => startSession(as, who));
  const rows = JSON.stringify(await owner.select().from(sessions).where(eq(sessions.mailUserId, user.id)));
  expect(who.kind === "mailbox" && rows.includes(who.engineKey.secret)).toBe(false);
});

test("when what belongs to it cannot be written, nobody is signed in", async () => {
  const browser = testBrowser(services);
  const failing = browser.visit((as) => startSession(as, member, () => Promise.reject(new Error("no room"))));
  expect(await failing.then(() => "in").catch((error: Error) => error.message)).toBe("no room");
  expect([...browser.jar]).toEqual([]);
});

test("a session cannot be started for one tenant's member in another", async () => {
  const other = { ...member, tenantId: Bun.randomUUIDv7() };
  const browser = testBrowser(services);
  expect(
    await browser
      .visit((as) => startSession(as, other))
      .then(() => "in")
      .catch(() => "refused"),
  ).toBe("refused");
  expect([...browser.jar]).toEqual([]);
});
