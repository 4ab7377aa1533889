import { expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { refusalOf, testServices } from "~/server/testing";
import { testBrowser } from "~/server/testing-browser";
import { passkeys, people } from "../../../../db/schema";
import { askPasskeyToSignIn } from "./ask-passkey-to-sign-in";
import { withPasskey } from "./security/testing-factors";
import { testAuthenticator } from "./security/testing-authenticator";
import { fromAnywhere, password, testPerson } from "./security/testing-person";
import { signIn } from "./sign-in";
import { signInPasskey } from "./sign-in-passkey";

const { services, owner } = await testServices();
const person = await testPerson(services);
const { authenticator } = await withPasskey(person.as);
type Options = Parameters<typeof authenticator.answer>[1];

async function attempt(options: Options = {}, browser = testBrowser(services), by = authenticator) {
  const question = await browser.visit((ctx) => askPasskeyToSignIn(fromAnywhere(ctx)));
  const answer = by.answer(question, options);
  const outcome = await refusalOf(browser.visit((ctx) => signInPasskey(fromAnywhere(ctx), { answer })));
  return { outcome, browser, answer };
}

test("a passkey signs in alone and counts as both factors", async () => {
  const { outcome, browser } = await attempt();
  expect(outcome).toBe("none");
  expect(await browser.visit((ctx) => [ctx.member?.email, ctx.member?.hasSecondFactor])).toEqual([person.email, true]);
});

test("it also signs in a person who has no password", async () => {
  await owner.update(people).set({ passwordHash: null }).where(eq(people.email, person.email));
  expect((await attempt()).outcome).toBe("none");
  expect(await refusalOf(testBrowser(services).visit((ctx) => signIn(ctx, { email: person.email, password })))).toBe(
    "auth.wrong_credentials",
  );
});

test("the question names nobody's passkeys before a password was right, and only that person's after", async () => {
  const browser = testBrowser(services);
  expect((await browser.visit((ctx) => askPasskeyToSignIn(fromAnywhere(ctx)))).allowCredentials).toEqual([]);
  const other = await testPerson(services);
  const theirs = await withPasskey(other.as);
  await browser.visit((ctx) => signIn(ctx, { email: other.email, password }));
  const { allowCredentials } = await browser.visit((ctx) => askPasskeyToSignIn(fromAnywhere(ctx)));
  expect(allowCredentials.map(({ id }) => id)).toEqual([theirs.authenticator.id]);
  expect((await attempt({}, browser, theirs.authenticator)).outcome).toBe("none");
});

test("an answer to another question, from another site or without PIN or finger is refused", async () => {
  for (const options of [
    { challenge: Buffer.from("another question").toString("base64url") },
    { origin: "https://deftmail.example" },
    { rpId: "deftmail.example" },
    { flags: 0x01 },
    { flags: 0x04 },
  ])
    expect([options, (await attempt(options)).outcome]).toEqual([options, "auth.passkey_refused"]);
});

test("an answer is worth something once, in the browser that was asked", async () => {
  const { answer, browser } = await attempt();
  const again = (from: typeof browser) => refusalOf(from.visit((ctx) => signInPasskey(fromAnywhere(ctx), { answer })));
  expect(await again(browser)).toBe("auth.sign_in_expired");
  expect(await again(testBrowser(services))).toBe("auth.sign_in_expired");
  const asked = testBrowser(services);
  const question = await asked.visit((ctx) => askPasskeyToSignIn(fromAnywhere(ctx)));
  const [first, second] = [asked.copy(), asked.copy()];
  const once = authenticator.answer(question);
  const racing = [first, second].map((from) =>
    refusalOf(from.visit((ctx) => signInPasskey(fromAnywhere(ctx), { answer: once }))),
  );
  expect((await Promise.all(racing)).toSorted()).toEqual(["auth.sign_in_expired", "none"]);
});

test("a key that nobody has added, or a copy whose counter stands still, is refused", async () => {
  const stranger = testAuthenticator();
  expect((await attempt({}, testBrowser(services), stranger)).outcome).toBe("auth.passkey_refused");
  authenticator.setCount(10);
  expect((await attempt()).outcome).toBe("none");
  const [row] = await owner.select().from(passkeys).where(eq(passkeys.credentialId, authenticator.id));
  expect([row!.signCount, row!.lastUsedAt instanceof Date]).toEqual([11, true]);
  authenticator.setCount(5);
  expect((await attempt()).outcome).toBe("auth.passkey_refused");
  authenticator.setCount(10);
  expect((await attempt()).outcome).toBe("auth.passkey_refused");
});
