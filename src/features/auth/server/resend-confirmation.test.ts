import { expect, test } from "bun:test";
import { memberContext } from "~/server/context";
import { auditedActions, refusalOf, testServices } from "~/server/testing";
import { testBrowser } from "~/server/testing-browser";
import { confirmEmail } from "./confirm-email";
import { resendConfirmation } from "./resend-confirmation";
import { signUp } from "./sign-up";
import { mailedTo } from "./testing-mailed";
import { chosenPassword as password, confirmedPerson } from "./testing-signed-up";

const { services, owner } = await testServices();
const again = (browser: ReturnType<typeof testBrowser>) =>
  browser.visit((ctx) => resendConfirmation(memberContext(ctx)));

test("the link is mailed again, and both links work until one was used", async () => {
  const email = "ana@acme.example";
  const browser = testBrowser(services);
  const me = await browser.visit((ctx) => signUp(ctx, { company: "Acme", email, password }));
  await again(browser);
  const [first, second] = await mailedTo(services, owner, email);
  expect([first!.kind, second!.kind]).toEqual(["confirm_email", "confirm_email"]);
  await browser.visit((ctx) => confirmEmail(ctx, { token: first!.token }));
  expect(await refusalOf(browser.visit((ctx) => confirmEmail(ctx, { token: second!.token })))).toBe(
    "auth.link_invalid",
  );
  expect(await auditedActions(services, me.tenant.id)).toContain("auth.resend_confirmation");
});

test("whoever is confirmed is mailed nothing", async () => {
  const { browser, email } = await confirmedPerson(services, owner);
  await again(browser);
  expect((await mailedTo(services, owner, email)).length).toBe(1);
});

test("V2.4.1 nobody can have an address mailed without end", async () => {
  const browser = testBrowser(services);
  await browser.visit((ctx) => signUp(ctx, { company: "Acme", email: "bo@acme.example", password }));
  const outcomes: string[] = [];
  for (let i = 0; i < 6; i++) outcomes.push(await refusalOf(again(browser)));
  expect([outcomes[0], outcomes.at(-1)]).toEqual(["none", "request.too_many"]);
});
