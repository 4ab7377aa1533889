import { expect, test } from "bun:test";
import { refusalOf, testServices } from "~/server/testing";
import { freshMs } from "~/server/trpc";
import { askPasskeyToSignIn } from "../ask-passkey-to-sign-in";
import { stepUp } from "./step-up";
import { askPasskeyToStepUp, stepUpPasskey } from "./step-up-passkey";
import { withPasskey, withTotp } from "./testing-factors";
import { password, testPerson } from "./testing-person";
import { totpCode } from "./totp";

const { services } = await testServices();
let clock = 0;
const timed = { ...services, now: () => new Date(Date.now() + clock) };
type Person = Awaited<ReturnType<typeof testPerson>>;
const isFresh = ({ as }: Person) =>
  as(async (ctx) => ctx.now().getTime() - ctx.actor.authenticatedAt.getTime() <= freshMs);

test("V7.5.1 whoever signed in long ago is fresh again by a passkey of their own", async () => {
  const person = await testPerson(timed);
  const { authenticator } = await withPasskey(person.as);
  clock += freshMs + 60_000;
  expect(await isFresh(person)).toBe(false);
  const question = await person.as(askPasskeyToStepUp);
  expect(question.allowCredentials.map(({ id }) => id)).toEqual([authenticator.id]);
  await person.as((ctx) => stepUpPasskey(ctx, { answer: authenticator.answer(question) }));
  expect(await isFresh(person)).toBe(true);
});

test("another person's passkey, or an answer to the question of signing in, proves nothing", async () => {
  const [ana, eve] = [await testPerson(timed), await testPerson(timed)];
  const anas = await withPasskey(ana.as);
  const eves = await withPasskey(eve.as);
  const question = await ana.as(askPasskeyToStepUp);
  expect(await refusalOf(ana.as((ctx) => stepUpPasskey(ctx, { answer: eves.authenticator.answer(question) })))).toBe(
    "auth.passkey_refused",
  );
  const other = await ana.browser.visit(askPasskeyToSignIn);
  expect(await refusalOf(ana.as((ctx) => stepUpPasskey(ctx, { answer: anas.authenticator.answer(other) })))).toBe(
    "auth.sign_in_expired",
  );
});

test("V7.5.1 whoever has a second factor needs it together with the password", async () => {
  const person = await testPerson(timed);
  const { secret } = await withTotp(person.as);
  clock += freshMs + 60_000;
  const attempt = (input: { password?: string; code?: string }) => refusalOf(person.as((ctx) => stepUp(ctx, input)));
  const code = totpCode(secret, timed.now());
  expect(await attempt({ password })).toBe("auth.second_factor_wrong");
  expect(await attempt({ code })).toBe("auth.wrong_credentials");
  expect(await isFresh(person)).toBe(false);
  expect(await attempt({ password, code })).toBe("none");
  expect(await isFresh(person)).toBe(true);
});
