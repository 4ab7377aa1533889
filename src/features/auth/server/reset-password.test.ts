import { beforeEach, expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { memberContext } from "~/server/context";
import { auditedActions, refusalOf, testServices } from "~/server/testing";
import { testBrowser } from "~/server/testing-browser";
import { people } from "../../../../db/schema";
import { mailResetLink } from "./mail-reset-link";
import { resetPassword } from "./reset-password";
import { withTotp } from "./security/testing-factors";
import { signIn } from "./sign-in";
import { mailedTo, mailedToken } from "./testing-mailed";
import { chosenPassword, confirmedPerson } from "./testing-signed-up";

const { services: strict, owner, logged } = await testServices();
let clock = 0;
const services = { ...strict, rateLimit: async () => {}, now: () => new Date(Date.now() + clock) };
const password = "the harbour in early spring";

let who: Awaited<ReturnType<typeof confirmedPerson>>;
let token = "";
beforeEach(async () => {
  clock = 0;
  who = await confirmedPerson(services, owner);
  token = await linkFor(who.email);
});

async function linkFor(email: string): Promise<string> {
  const [person] = await owner.select().from(people).where(eq(people.email, email));
  await mailResetLink(services, { personId: person!.id });
  return mailedToken(services, owner, email, "reset_password");
}
const reset = (input: { token: string; password: string }) =>
  testBrowser(services).visit((ctx) => resetPassword(ctx, input));
const entry = (secret: string) => {
  const input = { email: who.email, password: secret };
  return refusalOf(testBrowser(services).visit((ctx) => signIn(ctx, input)));
};

test("with the mailed link a new password is chosen, and only that one opens the account", async () => {
  await reset({ token, password });
  expect([await entry(chosenPassword), await entry(password)]).toEqual(["auth.wrong_credentials", "none"]);
});

test("V7.4.3 every session ends with it, and the person is told", async () => {
  await reset({ token, password });
  expect(await who.browser.visit((ctx) => ctx.member)).toBeNull();
  const kinds = (await mailedTo(services, owner, who.email)).map(({ kind }) => kind);
  expect(kinds).toEqual(["confirm_email", "reset_password", "password_changed"]);
  const actions = await auditedActions(services, who.me.tenant.id);
  expect(actions.slice(-2)).toEqual(["auth.request_reset", "auth.reset_password"]);
});

test("V6.4.3 the link signs nobody in, so that a second factor is asked for as ever", async () => {
  const browser = testBrowser(services);
  await browser.visit((ctx) => resetPassword(ctx, { token, password }));
  expect([...browser.jar.keys()]).toEqual([]);
});

test("V6.4.3 whoever has a second factor is asked for it with the new password, too", async () => {
  await who.browser.visit((ctx) => withTotp((work) => work(memberContext(ctx))));
  await reset({ token, password });
  const answer = await testBrowser(services).visit((ctx) => signIn(ctx, { email: who.email, password }));
  expect(answer).toMatchObject({ step: "second_factor", methods: ["totp", "recovery_code"] });
});

test("V6.4.1 the link works once: of two uses at the same moment one wins", async () => {
  const race = ["the harbour in early spring", "the harbour in late autumn"].map((secret) =>
    refusalOf(reset({ token, password: secret })),
  );
  expect((await Promise.all(race)).toSorted()).toEqual(["auth.link_invalid", "none"]);
  expect(await refusalOf(reset({ token, password }))).toBe("auth.link_invalid");
});

test("V6.4.1 the link is over after an hour, and when the password was changed in another way", async () => {
  const second = await linkFor(who.email);
  await reset({ token, password });
  expect(await refusalOf(reset({ token: second, password }))).toBe("auth.link_invalid");
  const third = await linkFor(who.email);
  clock = 3_600_000 + 1000;
  expect(await refusalOf(reset({ token: third, password }))).toBe("auth.link_invalid");
});

test("an easy password is refused, and the link can be used again", async () => {
  expect(await refusalOf(reset({ token, password: "password123" }))).toBe("auth.weak_password");
  expect(await refusalOf(reset({ token, password }))).toBe("none");
});

test("a link to an address that is no longer the person's is worth nothing", async () => {
  await owner
    .update(people)
    .set({ email: `new-${who.email}` })
    .where(eq(people.email, who.email));
  expect(await refusalOf(reset({ token, password }))).toBe("auth.link_invalid");
});

test("V16.2.5 neither the link nor the password is in the log", async () => {
  await reset({ token, password });
  const lines = logged.join("");
  expect([lines.includes(token), lines.includes(password)]).toEqual([false, false]);
});
