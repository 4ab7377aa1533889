import { expect, setDefaultTimeout, test } from "bun:test";
import { eq } from "drizzle-orm";
import { identities, notices, people } from "../../../../../db/schema";
import { auditedActions, testServices } from "~/server/testing";
import { startOpenId } from "./testing-open-id";
import { serve, webBrowser } from "~/server/testing-web-browser";

setDefaultTimeout(30_000);

const { services, kv, owner, logged } = await testServices();
const unproven = new Set<string>();
const app = serve(
  {
    ...services,
    rateLimit: async (rule, key) => services.rateLimit(rule, rule === "provider.visit" ? key : Bun.randomUUIDv7()),
  },
  kv,
);
app.providers.push(await startOpenId(app.url, unproven));

const start = "/auth/oauth/oidc";
const isCallback = ({ pathname }: URL) => pathname.endsWith("/callback");
const browser = () => webBrowser(app.url);
type Me = { tenant: { id: string; isConfirmed: boolean }; member: { email: string; isConfirmed: boolean } };
const meOf = async (of: ReturnType<typeof webBrowser>) => (await of.call("auth.me")).data as Me | undefined;

async function signedUp(login: string) {
  const visitor = browser();
  expect((await visitor.visit(start, login)).url.pathname).toBe("/auth/finish");
  const answer = await visitor.call("auth.oauth.signUp", { company: "Acme" });
  expect([answer.status, answer.failure]).toEqual([200, undefined]);
  return visitor;
}

test("a newcomer gives the company's name and has an account, whose address counts as confirmed", async () => {
  const visitor = browser();
  const page = await visitor.visit(`${start}?next=/admin/domains`, "ana@acme.example");
  expect([page.url.origin, page.url.pathname]).toEqual([app.url, "/auth/finish"]);
  expect((await visitor.call("auth.oauth.newcomer")).data).toEqual({
    ...{ provider: "Acme ID", email: "ana@acme.example", isEmailProven: true },
  });
  await visitor.call("auth.oauth.signUp", { company: "Acme", email: "other@acme.example" });
  const me = await meOf(visitor);
  expect(me).toMatchObject({ tenant: { isConfirmed: true }, member: { email: "ana@acme.example", isConfirmed: true } });
  expect(await auditedActions(services, me!.tenant.id)).toEqual(["auth.sign_up", "session.start"]);
  expect((await visitor.call("auth.oauth.newcomer")).data).toBeNull();
});

test("who came by a provider before is signed in and led on, and the panel shows how", async () => {
  const [first, again] = [await signedUp("bea@acme.example"), browser()];
  const page = await again.visit(`${start}?next=/admin/users`, "bea@acme.example");
  expect(page.url.pathname).toBe("/admin/users");
  expect((await meOf(again))?.tenant.id).toBe((await meOf(first))!.tenant.id);
  const { linked, offered } = (await again.call("auth.security.identities")).data as {
    linked: { id: string }[];
    offered: unknown;
  };
  expect(linked).toMatchObject([{ name: "Acme ID", email: "bea@acme.example" }]);
  expect(offered).toEqual([{ id: "oidc", name: "Acme ID" }]);
  const gone = await again.call("auth.security.unlink", { identityId: linked[0]!.id });
  expect(gone.failure).toBe("auth.last_way_in");
});

test("a person who has confirmed the address that a provider proves is let in, and told by mail; nobody else is linked", async () => {
  const signUp = async (email: string, confirmed: boolean) => {
    const visitor = browser();
    await visitor.call("auth.signUp", { company: "Carl", email, password: "a long walk at dusk" });
    if (confirmed) await owner.update(people).set({ emailConfirmedAt: new Date() }).where(eq(people.email, email));
    return (await meOf(visitor))!.tenant.id;
  };
  const tenantId = await signUp("carl@acme.example", true);
  const visitor = browser();
  expect((await visitor.visit(start, "carl@acme.example")).url.pathname).toBe("/admin");
  expect((await meOf(visitor))?.tenant.id).toBe(tenantId);
  expect(await auditedActions(services, tenantId)).toContain("identity.link");
  const told = await owner.select({ kind: notices.kind, to: notices.recipient }).from(notices);
  expect(told).toContainEqual({ kind: "second_factor_changed", to: "carl@acme.example" });

  await signUp("dora@acme.example", false);
  expect((await browser().visit(start, "dora@acme.example")).url.pathname).toBe("/auth/finish");
  await signUp("emil@acme.example", true);
  unproven.add("emil@acme.example");
  expect((await browser().visit(start, "emil@acme.example")).url.pathname).toBe("/auth/finish");
  const linked = await owner.select({ email: identities.email }).from(identities);
  expect(linked.map(({ email }) => email).filter((email) => /dora|emil/.test(email))).toEqual([]);
});

test("an address that the provider does not prove is to be confirmed like any other", async () => {
  unproven.add("finn@acme.example");
  const visitor = await signedUp("finn@acme.example");
  expect(await meOf(visitor)).toMatchObject({ tenant: { isConfirmed: false }, member: { isConfirmed: false } });
  const told = await owner.select({ kind: notices.kind, to: notices.recipient }).from(notices);
  expect(told).toContainEqual({ kind: "confirm_email", to: "finn@acme.example" });
});

test("V6.4.3 a provider stands for the password, never for the second factor", async () => {
  const email = "ivy@acme.example";
  await signedUp(email);
  const sealedTotpSecret = services.secretBox.seal("JBSWY3DPEHPK3PXP", "totp");
  await owner.update(people).set({ sealedTotpSecret }).where(eq(people.email, email));
  const visitor = browser();
  const { url } = await visitor.visit(`${start}?next=/admin/users`, email);
  expect([url.pathname, url.searchParams.get("next")]).toEqual(["/second-factor", "/admin/users"]);
  expect([await meOf(visitor), [...visitor.cookies().keys()].includes("dm")]).toEqual([undefined, false]);
});

test("V7.5.1 who is signed in and sets out again is asked by the provider, not waved through", async () => {
  const visitor = await signedUp("jon@acme.example");
  const { url } = await visitor.follow(start, undefined, ({ pathname }) => pathname.startsWith("/auth"));
  expect(url.searchParams.get("prompt")).toBe("login");
  expect((await visitor.visit(start, "jon@acme.example")).url.pathname).toBe("/admin");
});

test("V9.2.1 a way back that was taken once leads nowhere a second time, not even with the cookie of the first", async () => {
  const visitor = browser();
  await signedUp("gina@acme.example");
  const back = await visitor.visit(start, "gina@acme.example", isCallback);
  const thief = visitor.copy();
  expect((await visitor.follow(back.url)).url.pathname).toBe("/admin");
  for (const other of [thief, visitor, browser()]) {
    const page = await other.follow(back.url);
    expect([page.url.pathname, page.url.search]).toEqual(["/login", "?problem=auth.provider_refused"]);
  }
  expect(await meOf(thief)).toBeUndefined();
});

test("a way back that another browser, or nobody, set out for signs nobody in", async () => {
  const [attacker, victim] = [browser(), browser()];
  const back = await attacker.visit(start, "gina@acme.example", isCallback);
  expect((await victim.follow(back.url)).url.search).toBe("?problem=auth.provider_refused");
  await victim.follow(start, undefined, () => true);
  expect((await victim.follow(back.url)).url.search).toBe("?problem=auth.provider_refused");
  expect(await meOf(victim)).toBeUndefined();
});

test("a sealed visit that was changed, or is over ten minutes old, counts for nothing", async () => {
  for (const change of [(word: string) => `${word.slice(0, -3)}AAA`, () => "", () => "{}"]) {
    const visitor = browser();
    const back = await visitor.visit(start, "gina@acme.example", isCallback);
    const jar = visitor.cookies();
    jar.set("dm_visit", change(jar.get("dm_visit")!));
    expect((await visitor.follow(back.url)).url.search).toBe("?problem=auth.provider_refused");
  }
  const late = browser();
  const back = await late.visit(start, "gina@acme.example", isCallback);
  app.now = () => new Date(Date.now() + 601_000);
  expect((await late.follow(back.url)).url.search).toBe("?problem=auth.provider_refused");
  app.now = services.now;
});

test("V3.7.2 after signing in nobody is led to another site", async () => {
  for (const next of [
    "//evil.test",
    "/\\evil.test",
    "https:evil.test",
    "%2f%2fevil.test",
    "/\tadmin",
    "/admin//evil.test",
  ]) {
    const page = await browser().visit(`${start}?next=${encodeURIComponent(next)}`, "gina@acme.example");
    expect([next, page.url.origin, page.url.pathname]).toEqual([next, app.url, "/admin"]);
  }
});

test("no other site sets a browser on its way to a provider, and nothing but a visit is answered", async () => {
  for (const site of ["cross-site", "same-site"]) {
    const refused = await browser().ask(start, { headers: { "sec-fetch-site": site } });
    expect([refused.headers.get("location"), refused.headers.getSetCookie()]).toEqual([
      "/login?problem=auth.cross_site",
      [],
    ]);
  }
  const posted = await browser().ask(start, { method: "POST", body: "{}" });
  expect([posted.status, posted.headers.get("allow")]).toEqual([405, "GET"]);
  expect(await (await browser().ask("/auth/oauth/nobody")).text()).toBe("a page");
});

test("who says no at the provider comes back to the sign-in page", async () => {
  const visitor = browser();
  const { url } = await visitor.follow(start, undefined, () => true);
  const back = `${start}/callback?error=access_denied&state=${url.searchParams.get("state")}`;
  expect((await visitor.follow(back)).url.search).toBe("?problem=auth.provider_refused");
});

test("a member adds a way in, and takes it away again; another's account is refused", async () => {
  const member = browser();
  await member.call("auth.signUp", { company: "Hal", email: "hal@acme.example", password: "a long walk at dusk" });
  const add = async (login: string) => {
    const { data } = await member.call("auth.security.link", { provider: "oidc" });
    return member.visit((data as { url: string }).url, login);
  };
  expect((await add("hal@id.example")).url.pathname).toBe("/admin/security");
  const refused = await add("gina@acme.example");
  expect(refused.url.pathname + refused.url.search).toBe("/admin/security?problem=auth.provider_refused");
  const ways = async () =>
    ((await member.call("auth.security.identities")).data as { linked: { id: string; email: string }[] }).linked;
  expect((await ways()).map(({ email }) => email)).toEqual(["hal@id.example"]);
  const other = browser();
  await other.visit(start, "hal@id.example");
  expect((await meOf(other))?.member.email).toBe("hal@acme.example");
  const [way] = await ways();
  expect((await other.call("auth.security.unlink", { identityId: way!.id })).status).toBe(200);
  expect(await ways()).toEqual([]);
  const { tenant } = (await meOf(member))!;
  expect(await auditedActions(services, tenant.id)).toContain("identity.unlink");
});

test("V14.2.1 neither codes nor secrets of a visit are in the log", async () => {
  const visitor = browser();
  const back = await visitor.visit(start, "gina@acme.example", isCallback);
  await visitor.follow(back.url);
  const told = ["code", "state"].map((name) => back.url.searchParams.get(name)!);
  const secrets = [...told, ...visitor.cookies().values()].filter((secret) => secret.length > 20);
  expect([secrets.length > 3, logged.some((line) => line.includes("provider"))]).toEqual([true, true]);
  expect(logged.filter((line) => secrets.some((secret) => line.includes(secret)))).toEqual([]);
});
