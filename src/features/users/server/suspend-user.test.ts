import { expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { signInMailbox } from "~/features/webmail/server/sign-in-mailbox";
import { createEngine } from "~/engine/create-engine";
import { sessionEngineKey } from "~/features/auth/server/session-engine-key";
import { mailboxContext } from "~/server/context";
import { auditedActions, refusalOf, testServices } from "~/server/testing";
import { testBrowser } from "~/server/testing-browser";
import { sessions } from "../../../../db/schema";
import { resumeUser } from "./resume-user";
import { suspendUser } from "./suspend-user";
import { appliedUser, applyNow, password, tenantWithDomain } from "./testing-users";

const { services, owner } = await testServices();
const { ctx, domainId } = await tenantWithDomain(services, "acme.test");
const rateLimit = async () => {};

async function signedIn(address: string) {
  const browser = testBrowser(services);
  await browser.visit((as) => signInMailbox({ ...as, rateLimit }, { address, password }));
  const engineKey = await browser.visit((as) => sessionEngineKey(mailboxContext(as)));
  return {
    browser,
    canRead: () =>
      services.engine
        .forUser(engineKey)
        .mailboxes.list()
        .then(() => true)
        .catch(() => false),
  };
}

test("a suspended user is out at once: page, mail server and every way back in", async () => {
  const user = await appliedUser(services, ctx, domainId, "ana");
  const { browser, canRead } = await signedIn(user.address);
  expect(await canRead()).toBe(true);
  expect(await suspendUser(ctx, { userId: user.id })).toMatchObject({ state: "suspended", application: "pending" });
  expect(await browser.visit((as) => as.mailbox)).toBeNull();
  expect(await canRead()).toBe(false);
  const again = testBrowser(services).visit((as) => signInMailbox(as, { address: user.address, password }));
  expect(await refusalOf(again)).toBe("user.suspended");
  await applyNow(services, ctx, user.id);
  expect((await services.engine.directory.accounts.find(user.address))?.blocks).toEqual(["signIn", "send"]);
  expect(await auditedActions(services, ctx.tenantId)).toContain("user.suspend");
});

test("a resumed user can sign in again, and the old session stays dead", async () => {
  const user = await appliedUser(services, ctx, domainId, "bea");
  const { browser, canRead } = await signedIn(user.address);
  await suspendUser(ctx, { userId: user.id });
  await applyNow(services, ctx, user.id);
  expect(await resumeUser(ctx, { userId: user.id })).toMatchObject({ state: "active" });
  await applyNow(services, ctx, user.id);
  expect(await browser.visit((as) => as.mailbox)).toBeNull();
  expect(await canRead()).toBe(false);
  expect(await (await signedIn(user.address)).canRead()).toBe(true);
});

test("while the mail server is away a user is still suspended here, and the job destroys the keys later", async () => {
  const user = await appliedUser(services, ctx, domainId, "cleo");
  const { browser, canRead } = await signedIn(user.address);
  const nowhere = createEngine({ baseUrl: "http://127.0.0.1:1", serviceAuth: { bearer: "none" } });
  await suspendUser({ ...ctx, engine: nowhere }, { userId: user.id });
  expect(await browser.visit((as) => as.mailbox)).toBeNull();
  await applyNow(services, ctx, user.id);
  expect(await canRead()).toBe(false);
  expect(await owner.select().from(sessions).where(eq(sessions.mailUserId, user.id))).toEqual([]);
});

test.each([
  [["signIn"] as const, { signIn: false, send: true, receive: true }],
  [["send"] as const, { signIn: true, send: false, receive: true }],
  [["receive"] as const, { signIn: true, send: true, receive: false }],
  [["signIn", "send", "receive"] as const, { signIn: false, send: false, receive: false }],
])(
  "a suspension from %p takes away that and nothing else, here and at the mail server",
  async (blocks, restrictions) => {
    const user = await appliedUser(services, ctx, domainId, `u${Bun.randomUUIDv7().slice(-8)}`);
    const { browser, canRead } = await signedIn(user.address);
    expect(await suspendUser(ctx, { userId: user.id, blocks: [...blocks] })).toMatchObject({
      ...{ state: "suspended", restrictions },
    });
    await applyNow(services, ctx, user.id);
    expect((await services.engine.directory.accounts.find(user.address))?.blocks).toEqual([...blocks]);
    expect([(await browser.visit((as) => as.mailbox)) !== null, await canRead()]).toEqual([
      ...[restrictions.signIn, restrictions.signIn],
    ]);
    await resumeUser(ctx, { userId: user.id });
    await applyNow(services, ctx, user.id);
    expect((await services.engine.directory.accounts.find(user.address))?.blocks).toEqual([]);
  },
);

test("a suspension can be made another one, and the same one twice changes nothing", async () => {
  const user = await appliedUser(services, ctx, domainId, "dora");
  await suspendUser(ctx, { userId: user.id, blocks: ["send"] });
  const narrowed = await suspendUser(ctx, { userId: user.id, blocks: ["receive"] });
  expect(narrowed.restrictions).toEqual({ signIn: true, send: true, receive: false });
  await applyNow(services, ctx, user.id);
  expect(await suspendUser(ctx, { userId: user.id, blocks: ["receive"] })).toMatchObject({ application: "applied" });
});
