import { expect, test } from "bun:test";
import { anonymousContext, refusalOf, testServices } from "~/server/testing";
import { createMailer } from "~/server/mailer";
import { testBrowser } from "~/server/testing-browser";
import { confirmEmail } from "./confirm-email";
import { listKeptNotices } from "./list-kept-notices";
import { signUp } from "./sign-up";
import { chosenPassword as password } from "./testing-signed-up";

const { services } = await testServices();
const here = { ...anonymousContext(services), isLocal: true };

test("whoever tries DeftMail on their own machine reads the mail that was not sent, and opens its link", async () => {
  const browser = testBrowser(services);
  await browser.visit((ctx) => signUp(ctx, { company: "Acme", email: "ana@acme.example", password }));
  const [notice] = await listKeptNotices(here);
  expect(notice).toMatchObject({ kind: "confirm_email", recipient: "ana@acme.example" });
  expect(notice!.text).toContain("Acme");
  const token = notice!.path!.replace("/confirm#", "");
  expect(await browser.visit((ctx) => confirmEmail(ctx, { token }))).toMatchObject({ step: "confirmed" });
});

test("another machine, a set-up that is no trial and one that sends mail show nothing", async () => {
  const elsewhere = { ...here, isLocal: false };
  const real = { ...here, platform: { ...services.platform, trialZone: null } };
  const mailer = createMailer({ url: "smtp://127.0.0.1:1", from: "no-reply@deftmail.test" });
  for (const ctx of [elsewhere, real, { ...here, mailer }])
    expect(await refusalOf(listKeptNotices(ctx))).toBe("request.not_found");
});
