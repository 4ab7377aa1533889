import { expect, test } from "bun:test";
import { testServices } from "~/server/testing";
import { testBrowser } from "~/server/testing-browser";
import { getSecondStep } from "./get-second-step";
import { withPasskey } from "./security/testing-factors";
import { fromAnywhere, password, testPerson } from "./security/testing-person";
import { signIn } from "./sign-in";

const { services } = await testServices();

test("after the password a browser knows what is left to prove, and nobody else's does", async () => {
  const { as, email } = await testPerson(services);
  await withPasskey(as);
  const browser = testBrowser(services);
  expect(await browser.visit(getSecondStep)).toBeNull();
  await browser.visit((ctx) => signIn(fromAnywhere(ctx), { email, password }));
  expect(await browser.visit(getSecondStep)).toEqual({ methods: ["passkey", "recovery_code"] });
  expect(await testBrowser(services).visit(getSecondStep)).toBeNull();
});
