import { beforeEach, expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { memberContext } from "~/server/context";
import { auditedActions, refusalOf, testServices } from "~/server/testing";
import { testBrowser } from "~/server/testing-browser";
import { people } from "../../../../db/schema";
import { changeEmail } from "./change-email";
import { confirmEmail } from "./confirm-email";
import { signIn } from "./sign-in";
import { signUp } from "./sign-up";
import { mailedTo, mailedToken } from "./testing-mailed";
import { chosenPassword as password, confirmedPerson } from "./testing-signed-up";

const { services: strict, owner } = await testServices();
const services = { ...strict, rateLimit: async () => {} };

let who: Awaited<ReturnType<typeof confirmedPerson>>;
let email = "";
beforeEach(async () => {
  who = await confirmedPerson(services, owner);
  email = `new-${who.email}`;
});
const change = (to: string, browser = who.browser) =>
  browser.visit((ctx) => changeEmail(memberContext(ctx), { email: to }));
const open = (token: string, browser = who.browser) => browser.visit((ctx) => confirmEmail(ctx, { token }));
const entry = (as: string) => refusalOf(testBrowser(services).visit((ctx) => signIn(ctx, { email: as, password })));

test("a new address counts once its link was opened; then the old one is told and opens nothing", async () => {
  await change(email);
  expect([await entry(email), await entry(who.email)]).toEqual(["auth.wrong_credentials", "none"]);
  await open(await mailedToken(services, owner, email, "change_email"));
  expect([await entry(email), await entry(who.email)]).toEqual(["none", "auth.wrong_credentials"]);
  const told = (await mailedTo(services, owner, who.email)).at(-1)!;
  expect([told.kind, told.text.includes(email)]).toEqual(["email_changed", true]);
  expect(await auditedActions(services, who.me.tenant.id)).toEqual(
    expect.arrayContaining(["auth.request_email_change", "auth.confirm_email"]),
  );
});

test("V6.3.8 an address that has an account gets the same answer, its owner is told, and nothing changes", async () => {
  const other = await confirmedPerson(services, owner);
  expect([await change(other.email), await change(email)]).toEqual([undefined, undefined]);
  const told = (await mailedTo(services, owner, other.email)).at(-1)!;
  expect([told.kind, told.token]).toEqual(["email_in_use", ""]);
});

test("whoever confirms an address first has it: a link to it that was mailed before is worth nothing", async () => {
  await change(email);
  const token = await mailedToken(services, owner, email, "change_email");
  const faster = testBrowser(services);
  await faster.visit((ctx) => signUp(ctx, { company: "Faster", email, password }));
  await open(await mailedToken(services, owner, email, "confirm_email"), faster);
  expect(await refusalOf(open(token))).toBe("auth.link_invalid");
});

test("only the newest link counts, and only for whoever asked", async () => {
  await change(email);
  const first = await mailedToken(services, owner, email, "change_email");
  await change(`newer-${who.email}`);
  expect(await refusalOf(open(first))).toBe("auth.link_invalid");
  const second = await mailedToken(services, owner, `newer-${who.email}`, "change_email");
  expect(await open(second, testBrowser(services))).toMatchObject({ step: "password" });
});

test("whoever mistyped the address at sign-up can put it right, and is confirmed by the link to the right one", async () => {
  const browser = testBrowser(services);
  const typo = `typo-${who.email}`;
  await browser.visit((ctx) => signUp(ctx, { company: "Acme", email: typo, password }));
  const right = `right-${who.email}`;
  await change(right, browser);
  await open(await mailedToken(services, owner, right, "change_email"), browser);
  const [person] = await owner.select().from(people).where(eq(people.email, right));
  expect(person!.emailConfirmedAt).toBeInstanceOf(Date);
  expect((await mailedTo(services, owner, typo)).map(({ kind }) => kind)).toEqual(["confirm_email"]);
});
