import { describe, expect, test } from "bun:test";
import { createAnswer } from "~/server/http/answer";
import { testMember, testServices } from "~/server/testing";
import { addDomain } from "../add-domain";
import { activeDomain } from "../testing-domains";

const { services, kv } = await testServices();
const { ctx } = await testMember(services);
await activeDomain(services, ctx, "acme.test");
await addDomain(ctx, { name: "pending.test" });

const proxy = "172.30.1.10";
const answer = createAnswer({
  ...{ services, kv, staticFile: async () => null, floodLimit: { max: 1000, windowSeconds: 60 } },
  ...{ renderPage: async () => new Response("a page"), trustedProxies: [proxy] },
});
const ask = async (name: string, ip = proxy, headers: Record<string, string> = {}) =>
  (await answer(new Request(`http://web:3000/internal/tls-ask?domain=${encodeURIComponent(name)}`, { headers }), ip))
    .status;

describe("the proxy asks for which names it may get certificates", () => {
  test.each([
    "autoconfig.acme.test",
    "autodiscover.acme.test",
    "mta-sts.acme.test",
    "MTA-STS.Acme.test.",
    "mail.deftmail.test",
  ])("%s: yes", async (name) => {
    expect(await ask(name)).toBe(200);
  });
  test.each([
    "acme.test",
    "www.acme.test",
    "autoconfig.mail.deftmail.test",
    "autoconfig.pending.test",
    "autoconfig.nobody.test",
    "autoconfig.autoconfig.acme.test",
    "autoconfig.acme.test.evil.test",
    "autoconfig.",
    "",
    "autoconfig.acme.test%00",
    `autoconfig.${"a".repeat(300)}.test`,
  ])("%s: no", async (name) => {
    expect(await ask(name)).toBe(404);
  });
  test("a name with a NUL in it: no", async () => {
    expect(await ask("autoconfig.acme.test\0")).toBe(404);
  });
  test("a program on this machine may ask too", async () => {
    expect(await ask("autoconfig.acme.test", "127.0.0.1")).toBe(200);
  });
  test("nobody else is told, however they come", async () => {
    expect(await ask("autoconfig.acme.test", "203.0.113.9")).toBe(421);
    expect(await ask("autoconfig.acme.test", proxy, { "x-forwarded-for": proxy })).toBe(421);
    expect(await ask("autoconfig.acme.test", "127.0.0.1", { "x-forwarded-for": "127.0.0.1" })).toBe(421);
  });
});
