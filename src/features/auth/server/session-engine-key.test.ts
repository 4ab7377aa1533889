import { expect, test } from "bun:test";
import { appliedUser, password, tenantWithDomain } from "~/features/users/server/testing-users";
import { signInMailbox } from "~/features/webmail/server/sign-in-mailbox";
import { mailboxContext } from "~/server/context";
import { createSecretBox } from "~/server/secret-box";
import { refusalOf, testServices } from "~/server/testing";
import { testBrowser } from "~/server/testing-browser";
import { endSession } from "./end-session";
import { sessionEngineKey } from "./session-engine-key";

const { services } = await testServices();
const { ctx, domainId } = await tenantWithDomain(services, "acme.test");
const user = await appliedUser(services, ctx, domainId, "ana");

async function signedIn() {
  const browser = testBrowser(services);
  await browser.visit((as) => signInMailbox(as, { address: user.address, password }));
  return browser.visit((as) => as);
}

test("a session has a key of its own that reads its mailbox", async () => {
  const [here, there] = [await signedIn(), await signedIn()];
  const keys = await Promise.all([here, there].map((as) => sessionEngineKey(mailboxContext(as))));
  expect(keys[0]).not.toBe(keys[1]!);
  const folders = await services.engine.forUser(keys[0]!).mailboxes.list();
  expect(folders.some(({ role }) => role === "inbox")).toBe(true);
});

test("after signing out the session has no key, and the key that it had opens nothing", async () => {
  const as = await signedIn();
  const key = await sessionEngineKey(mailboxContext(as));
  await endSession(as, "mailbox");
  expect(await refusalOf(sessionEngineKey(mailboxContext(as)))).toBe("auth.required");
  const reading = services.engine.forUser(key).mailboxes.list();
  expect(await reading.then(() => "open").catch(() => "shut")).toBe("shut");
});

test("a key that was sealed with another master key is not opened", async () => {
  const secretBox = createSecretBox(Buffer.alloc(32, 9).toString("base64"));
  const as = { ...(await signedIn()), secretBox };
  expect(
    await sessionEngineKey(mailboxContext(as))
      .then(() => "opened")
      .catch((e: Error) => e.message),
  ).toContain("another key");
});

test("a session of another tenant has no key here", async () => {
  const as = await signedIn();
  const elsewhere = await tenantWithDomain(services, "other.test");
  const mixed = { ...mailboxContext(as), tenantId: elsewhere.ctx.tenantId, tx: elsewhere.ctx.tx };
  expect(await refusalOf(sessionEngineKey(mixed))).toBe("auth.required");
});
