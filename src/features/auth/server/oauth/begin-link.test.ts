import { expect, test } from "bun:test";
import { refusalOf, testServices } from "~/server/testing";
import { beginLink } from "./begin-link";
import { newcomerBrowser } from "./testing-newcomer";

const { services } = await testServices();
services.providers.push({
  ...{ id: "github", name: "GitHub", issuer: "https://github.com", clientId: "us", clientSecret: "a-secret" },
});

test("a member is sent to the provider, and what they come back with is bound to this browser", async () => {
  const visitor = await newcomerBrowser(services);
  await visitor.signUp();
  const { url } = await visitor.as((ctx) => beginLink(ctx, { provider: "github" }));
  expect(url).toStartWith("https://github.com/login/oauth/authorize?");
  expect(url).not.toContain("a-secret");
  expect(visitor.browser.headers.at(-1)).toMatch(/^dm_visit=.*Max-Age=600.*HttpOnly/i);
  expect(visitor.browser.jar.get("dm_visit")).not.toContain(new URL(url).searchParams.get("state")!);
});

test("a provider that is not set up is not offered", async () => {
  const visitor = await newcomerBrowser(services);
  await visitor.signUp();
  expect(await refusalOf(visitor.as((ctx) => beginLink(ctx, { provider: "google" })))).toBe("request.not_found");
});
