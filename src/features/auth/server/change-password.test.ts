import { beforeEach, expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { memberContext } from "~/server/context";
import { auditedActions, refusalOf, testServices } from "~/server/testing";
import { testBrowser } from "~/server/testing-browser";
import { people } from "../../../../db/schema";
import { changePassword } from "./change-password";
import { mailResetLink } from "./mail-reset-link";
import { resetPassword } from "./reset-password";
import { signIn } from "./sign-in";
import { mailedTo, mailedToken } from "./testing-mailed";
import { chosenPassword as currentPassword, confirmedPerson } from "./testing-signed-up";

const { services: strict, owner } = await testServices();
const services = { ...strict, rateLimit: async () => {} };
const newPassword = "the harbour in early spring";

let who: Awaited<ReturnType<typeof confirmedPerson>>;
beforeEach(async () => {
  who = await confirmedPerson(services, owner);
});
const change = (input: { currentPassword?: string; newPassword: string }, browser = who.browser) =>
  browser.visit((ctx) => changePassword(memberContext(ctx), input));
const entry = (password: string) =>
  refusalOf(testBrowser(services).visit((ctx) => signIn(ctx, { email: who.email, password })));

test("a changed password counts at once, and the person is told", async () => {
  await change({ currentPassword, newPassword });
  expect([await entry(currentPassword), await entry(newPassword)]).toEqual(["auth.wrong_credentials", "none"]);
  expect((await mailedTo(services, owner, who.email)).at(-1)?.kind).toBe("password_changed");
  expect(await auditedActions(services, who.me.tenant.id)).toContain("auth.change_password");
});

test("V7.4.3 V7.2.4 other browsers are signed out; this one stays in, with new tokens, and a copy of the old ones opens nothing", async () => {
  const other = testBrowser(services);
  await other.visit((ctx) => signIn(ctx, { email: who.email, password: currentPassword }));
  const copy = who.browser.copy();
  await change({ currentPassword, newPassword });
  expect(await who.browser.visit((ctx) => ctx.member?.email)).toBe(who.email);
  expect(await other.visit((ctx) => ctx.member)).toBeNull();
  expect(await copy.visit((ctx) => ctx.member)).toBeNull();
  copy.jar.delete("dm");
  expect(await copy.visit((ctx) => ctx.member)).toBeNull();
  expect(await who.browser.visit((ctx) => ctx.member?.email)).toBe(who.email);
});

test("V6.2.3 without the current password nothing is changed, and the field is named", async () => {
  for (const wrong of [undefined, "guess"]) {
    const refused = change({ currentPassword: wrong, newPassword }).catch((error: unknown) => error);
    expect(await refused).toMatchObject({
      key: "auth.wrong_credentials",
      details: { issues: [{ path: "currentPassword", message: "auth.issue_password_wrong" }] },
    });
  }
  expect(await entry(currentPassword)).toBe("none");
});

test("an easy password is refused at its field", async () => {
  const refused = change({ currentPassword, newPassword: who.email }).catch((error: unknown) => error);
  expect(await refused).toMatchObject({ details: { issues: [{ path: "newPassword" }] } });
});

test("a link for a new password that was mailed before is worth nothing afterwards", async () => {
  const [person] = await owner.select().from(people).where(eq(people.email, who.email));
  await mailResetLink(services, { personId: person!.id });
  const token = await mailedToken(services, owner, who.email, "reset_password");
  await change({ currentPassword, newPassword });
  const late = testBrowser(services).visit((ctx) => resetPassword(ctx, { token, password: "an old key" }));
  expect(await refusalOf(late)).toMatch(/link_invalid/);
});

test("of two changes at the same moment one wins, and says so", async () => {
  const tabs = [who.browser, who.browser.copy()];
  const outcomes = await Promise.all(
    ["the harbour in early spring", "the harbour in late autumn"].map((secret, i) =>
      refusalOf(change({ currentPassword, newPassword: secret }, tabs[i])),
    ),
  );
  expect(outcomes.filter((outcome) => outcome === "none").length).toBe(1);
});

test("whoever signed in without a password can choose one", async () => {
  await owner.update(people).set({ passwordHash: null }).where(eq(people.email, who.email));
  await change({ newPassword });
  expect(await entry(newPassword)).toBe("none");
});

test("guessing the current password in a stolen session is slowed down", async () => {
  const outcomes: string[] = [];
  for (let i = 0; i < 11; i++) {
    const guess = { currentPassword: `guess ${i}`, newPassword };
    outcomes.push(
      await refusalOf(
        who.browser.visit((ctx) => changePassword(memberContext({ ...ctx, rateLimit: strict.rateLimit }), guess)),
      ),
    );
  }
  expect([outcomes[0], outcomes.at(-1)]).toEqual(["auth.wrong_credentials", "request.too_many"]);
});
