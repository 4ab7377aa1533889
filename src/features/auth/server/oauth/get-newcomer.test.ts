import { expect, test } from "bun:test";
import { testServices } from "~/server/testing";
import { testBrowser } from "~/server/testing-browser";
import { getNewcomer } from "./get-newcomer";
import { newcomerBrowser } from "./testing-newcomer";

const { services } = await testServices();
services.providers.push({ id: "oidc", name: "Acme ID", issuer: "x", clientId: "x", clientSecret: "x" });

test("the page learns who the newcomer is, and not by which number the provider knows them", async () => {
  const { browser, newcomer } = await newcomerBrowser(services);
  expect(await browser.visit(getNewcomer)).toEqual({
    ...{ provider: "Acme ID", email: newcomer.email, isEmailProven: true },
  });
});

test("whoever comes from nowhere, or made the cookie up, is nobody", async () => {
  for (const dm_newcomer of ["", "x", '{"email":"a@b.example"}', services.secretBox.seal("{}", "another purpose")])
    expect(await testBrowser(services, { dm_newcomer }).visit(getNewcomer)).toBeNull();
});
