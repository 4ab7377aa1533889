import { afterAll, describe, expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { XMLParser, XMLValidator } from "fast-xml-parser";
import { domains, tenants } from "../../../../../db/schema";
import { createAnswer } from "~/server/http/answer";
import { testMember, testServices } from "~/server/testing";
import { addDomain } from "../add-domain";
import { allowsHost, parseMtaStsPolicy } from "../dns/mta-sts-policy";
import { activeDomain } from "../testing-domains";

const { services, kv, owner } = await testServices();
const { ctx } = await testMember(services);
const active = await activeDomain(services, ctx, "acme.test");
await addDomain(ctx, { name: "pending.test" });

const answer = createAnswer({
  ...{ services, kv, staticFile: async () => null, floodLimit: { max: 1000, windowSeconds: 60 } },
  renderPage: async () => new Response("a page"),
});
const server = Bun.serve({ port: 0, hostname: "127.0.0.1", fetch: (request) => answer(request, "203.0.113.9") });
afterAll(() => server.stop(true));

/** As a program does that has found our address under the name. */
const ask = (host: string, path: string, init: RequestInit = {}) =>
  fetch(`http://127.0.0.1:${server.port}${path}`, { ...init, redirect: "manual", headers: { ...init.headers, host } });

const mozilla = "/mail/config-v1.1.xml";
const outlookBody = (
  address: string,
  schema = "http://schemas.microsoft.com/exchange/autodiscover/outlook/responseschema/2006a",
) =>
  `<?xml version="1.0"?><Autodiscover xmlns="http://schemas.microsoft.com/exchange/autodiscover/outlook/requestschema/2006"><Request><EMailAddress>${address}</EMailAddress><AcceptableResponseSchema>${schema}</AcceptableResponseSchema></Request></Autodiscover>`;
const post = (host: string, body: string, path = "/autodiscover/autodiscover.xml") =>
  ask(host, path, { method: "POST", body, headers: { "content-type": "text/xml" } });

async function readXml(response: Response): Promise<Record<string, never>> {
  const text = await response.text();
  expect(XMLValidator.validate(text)).toBe(true);
  return new XMLParser({ ignoreAttributes: false }).parse(text);
}

describe("a mail program that knows only an address", () => {
  test.each([
    ["autoconfig.acme.test", `${mozilla}?emailaddress=ada%40acme.test`],
    ["autoconfig.acme.test", "/.well-known/autoconfig/mail/config-v1.1.xml"],
    ["acme.test", "/.well-known/autoconfig/mail/config-v1.1.xml"],
    ["AutoConfig.ACME.test.", mozilla],
  ])("Thunderbird finds where mail is at %s%s", async (host, path) => {
    const response = await ask(host, path);
    expect([response.status, response.headers.get("content-type")]).toEqual([200, "application/xml; charset=utf-8"]);
    expect(response.headers.get("cache-control")).toBe("public, max-age=300");
    const { clientConfig } = (await readXml(response)) as unknown as { clientConfig: { emailProvider: object } };
    expect(clientConfig.emailProvider).toMatchObject({
      domain: "acme.test",
      incomingServer: { hostname: "mail.deftmail.test", port: 993, socketType: "SSL", username: "%EMAILADDRESS%" },
      outgoingServer: { hostname: "mail.deftmail.test", port: 465, socketType: "SSL", username: "%EMAILADDRESS%" },
    });
  });
  test.each([
    ["autodiscover.acme.test", "/autodiscover/autodiscover.xml"],
    ["autodiscover.acme.test", "/Autodiscover/Autodiscover.xml"],
    ["acme.test", "/AutoDiscover/AutoDiscover.xml"],
    ["mail.deftmail.test", "/autodiscover/autodiscover.xml"],
    ["localhost", "/autodiscover/autodiscover.xml"],
  ])("Outlook finds it at %s%s", async (host, path) => {
    const { Autodiscover } = (await readXml(await post(host, outlookBody("Ada@acme.test"), path))) as unknown as {
      Autodiscover: { Response: { Account: { Protocol: object[] } } };
    };
    expect(Autodiscover.Response.Account.Protocol).toMatchObject([
      { Type: "IMAP", Server: "mail.deftmail.test", Port: 993, LoginName: "ada@acme.test", SSL: "on" },
      { Type: "SMTP", Server: "mail.deftmail.test", Port: 465, LoginName: "ada@acme.test", SSL: "on" },
    ]);
  });
  test("a newer Outlook is told first where Autodiscover is", async () => {
    for (const path of [
      "/autodiscover/autodiscover.json?Email=ada@acme.test&Protocol=AutodiscoverV1",
      "/autodiscover/autodiscover.json/v1.0/ada%40acme.test?Protocol=autodiscoverv1",
    ])
      expect(await (await ask("autodiscover.acme.test", path)).json()).toEqual({
        Protocol: "AutodiscoverV1",
        Url: "https://autodiscover.acme.test/autodiscover/autodiscover.xml",
      });
    expect(
      (await ask("autodiscover.acme.test", "/autodiscover/autodiscover.json?Email=ada@acme.test&Protocol=EWS")).status,
    ).toBe(404);
  });
  test("an iPhone gets a profile without a password, and the same one again", async () => {
    const [first, again, other] = await Promise.all(
      ["ada@acme.test", "Ada@acme.test", "bob@acme.test"].map((address) =>
        ask("autoconfig.acme.test", `/apple/${address}.mobileconfig`),
      ),
    );
    expect(first?.headers.get("content-type")).toBe("application/x-apple-aspen-config");
    const text = await first!.text();
    expect(XMLValidator.validate(text)).toBe(true);
    expect(text).toContain("<key>IncomingMailServerHostName</key><string>mail.deftmail.test</string>");
    expect(text).not.toMatch(/<key>(?:Incoming|Outgoing)Password<\/key>/);
    expect(await again!.text()).toBe(text);
    const ids = (profile: string) =>
      [...profile.matchAll(/<key>PayloadUUID<\/key><string>([^<]+)/g)].map(([, id]) => id);
    expect(new Set([...ids(text), ...ids(await other!.text())]).size).toBe(4);
  });
});

test("a server that sends to the domain reads which of our hosts to trust", async () => {
  const response = await ask("mta-sts.acme.test", "/.well-known/mta-sts.txt");
  expect([response.status, response.headers.get("content-type")]).toEqual([200, "text/plain; charset=utf-8"]);
  const text = await response.text();
  expect(text).toEndWith("\r\n");
  const policy = parseMtaStsPolicy(text);
  expect(policy?.mode).toBe("testing");
  expect(policy && allowsHost(policy, "mail.deftmail.test")).toBe(true);
});

const files = [
  ["autoconfig", mozilla],
  ["autoconfig", "/.well-known/autoconfig/mail/config-v1.1.xml"],
  ["autoconfig", "/apple/ada@NAME.mobileconfig"],
  ["autodiscover", "/autodiscover/autodiscover.xml"],
  ["autodiscover", "/autodiscover/autodiscover.json?Email=ada@NAME&Protocol=AutodiscoverV1"],
  ["mta-sts", "/.well-known/mta-sts.txt"],
] as const;

async function answersFor(name: string) {
  const answers = [];
  for (const [role, path] of files) {
    const host = `${role}.${name}`;
    const response = path.endsWith("discover.xml")
      ? await post(host, outlookBody(`ada@${name}`))
      : await ask(host, path.replace("NAME", name));
    const headers = [...response.headers].filter(([header]) => !["x-request-id", "date"].includes(header)).sort();
    answers.push({ status: response.status, headers, body: (await response.text()).replaceAll(name, "NAME") });
  }
  return answers;
}

describe("whether a domain is known here is not told", () => {
  test("a pending one is answered like one that nobody has heard of", async () => {
    const unknown = await answersFor("nobody.test");
    expect(unknown.map(({ status }) => status)).toEqual(files.map(() => 404));
    expect(await answersFor("pending.test")).toEqual(unknown);
  });
  test.each([
    ["frozen", { frozenUntil: new Date("2027-01-01") }],
    ["suspended", { state: "suspended" }],
    ["set up, but not yet in the engine", { state: "proven" }],
  ] as const)("nor one that is %s", async (_, change) => {
    const unknown = await answersFor("nobody.test");
    await owner.update(domains).set(change).where(eq(domains.id, active.id));
    expect(await answersFor("acme.test")).toEqual(unknown);
    await owner.update(domains).set({ frozenUntil: null, state: "active" }).where(eq(domains.id, active.id));
    expect((await answersFor("acme.test")).map(({ status }) => status)).toEqual(files.map(() => 200));
  });
  test("nor one of a tenant that is suspended", async () => {
    await owner.update(tenants).set({ state: "suspended" }).where(eq(tenants.id, ctx.tenantId));
    expect(await answersFor("acme.test")).toEqual(await answersFor("nobody.test"));
    await owner.update(tenants).set({ state: "active" }).where(eq(tenants.id, ctx.tenantId));
  });
});

describe("strangers who try more", () => {
  test.each([
    ["autoconfig.acme.test", "/"],
    ["autoconfig.acme.test", "/admin"],
    ["autoconfig.acme.test", "/api/trpc/auth.me"],
    ["mta-sts.acme.test", mozilla],
    ["autoconfig.acme.test", "/.well-known/mta-sts.txt"],
    ["autoconfig.acme.test", "/mail/config-v1.1.xml/../../admin"],
    ["acme.test", mozilla],
    ["mail.deftmail.test", mozilla],
  ])("find nothing else by a customer's name: %s%s", async (host, path) => {
    expect((await ask(host, path)).status).toBe(421);
  });
  test.each([
    ["an address of another domain", outlookBody("ada@other.test")],
    ["markup for an address", outlookBody("<b>@acme.test")],
    ["an entity", `<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>${outlookBody("&x;@acme.test")}`],
    [
      "another schema",
      outlookBody("ada@acme.test", "http://schemas.microsoft.com/exchange/autodiscover/mobilesync/responseschema/2006"),
    ],
    ["no document at all", "hello"],
    ["nothing", ""],
    ["more than a request is long", outlookBody("ada@acme.test") + " ".repeat(20_000)],
  ])("get nowhere with %s", async (_, body) => {
    expect((await post("autodiscover.acme.test", body)).status).toBe(404);
  });
  test("get nothing back of what they wrote into host, query or path", async () => {
    const probe = '"><script>alert(1)</script>';
    const sent = [
      await ask("autoconfig.acme.test", `${mozilla}?emailaddress=${encodeURIComponent(probe)}`),
      await ask("autoconfig.acme.test", `/apple/${encodeURIComponent(`${probe}@acme.test`)}.mobileconfig`),
      await ask(
        "autodiscover.acme.test",
        `/autodiscover/autodiscover.json?Email=${encodeURIComponent(`${probe}@acme.test`)}&Protocol=AutodiscoverV1`,
      ),
      await ask('autoconfig.a"b.test', mozilla),
    ];
    for (const response of sent) expect(await response.text()).not.toContain("alert(1)");
    expect(sent.map(({ status }) => status)).toEqual([200, 404, 404, 400]);
  });
  test("cannot write, and learn what is allowed", async () => {
    const refused = await ask("autoconfig.acme.test", mozilla, { method: "DELETE" });
    expect([refused.status, refused.headers.get("allow")]).toEqual([405, "GET, HEAD"]);
    expect((await ask("autodiscover.acme.test", "/autodiscover/autodiscover.xml")).headers.get("allow")).toBe("POST");
  });
  test("are held back when they ask too often", async () => {
    const strict = createAnswer({
      ...{ services, kv, staticFile: async () => null, renderPage: async () => new Response("") },
      floodLimit: { max: 2, windowSeconds: 60 },
    });
    const asked = Array.from({ length: 3 }, () =>
      strict(new Request(`http://autoconfig.acme.test${mozilla}`), "198.51.100.7"),
    );
    expect((await Promise.all(asked)).map(({ status }) => status).sort()).toEqual([200, 200, 429]);
  });
});

test("HEAD tells what GET would, without the text", async () => {
  const [head, get] = [
    await ask("mta-sts.acme.test", "/.well-known/mta-sts.txt", { method: "HEAD" }),
    await ask("mta-sts.acme.test", "/.well-known/mta-sts.txt"),
  ];
  expect([head.status, await head.text()]).toEqual([200, ""]);
  for (const name of ["content-type", "content-length", "cache-control"])
    expect(head.headers.get(name)).toBe(get.headers.get(name));
});

test("no cookie is set, no session looked up, and nothing is said about the rest of the customer's site", async () => {
  const platform = { ...services.platform, appUrl: "https://panel.deftmail.test", secureCookies: true };
  const secure = createAnswer({
    ...{
      services: { ...services, platform },
      kv,
      staticFile: async () => null,
      renderPage: async () => new Response(""),
    },
    floodLimit: { max: 1000, windowSeconds: 60 },
  });
  const request = new Request(`http://autoconfig.acme.test${mozilla}`, {
    headers: { cookie: "__Host-refresh=stolen" },
  });
  const { status, headers } = await secure(request, "203.0.113.9");
  expect([status, headers.get("set-cookie"), headers.get("strict-transport-security")]).toEqual([200, null, null]);
});
