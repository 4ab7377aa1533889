import { beforeEach, expect, setDefaultTimeout, test } from "bun:test";
import type { ProviderId } from "~/lib/provider-ids";
import { refusalOf } from "~/server/testing";
import { openIdProvider } from "./openid-provider";
import { startScripted } from "./testing-scripted-provider";

setDefaultTimeout(30_000);

const peer = await startScripted();
const visit = { state: "s", nonce: "n", verifier: "v".repeat(43), redirectUri: "http://localhost:3000/cb" };
const settings = (id: ProviderId, path: string) => ({
  ...{ id, name: "X", clientId: "us", clientSecret: "secret", issuer: `${peer.origin}${path}` },
});
const provider = (id: ProviderId = "oidc", path = "/realm") => openIdProvider(settings(id, path));
const brought = { code: "c", issuer: null };
const claims = { iss: `${peer.origin}/realm`, sub: "7", aud: "us", nonce: "n", email: "ana@gmail.com" };

beforeEach(async () => {
  for (const path of Object.keys(peer.script)) delete peer.script[path];
  peer.asked.length = 0;
  peer.describe("/realm");
  peer.script["/token"] = { access_token: "a", id_token: await peer.sign({ ...claims, email_verified: true }) };
});

test("a browser is sent off with a state, a nonce and a proof key whose secret stays here", async () => {
  const url = await provider().authorizationUrl(visit);
  expect(url.origin + url.pathname).toBe(`${peer.origin}/authorize`);
  expect(Object.fromEntries(url.searchParams)).toMatchObject({
    ...{ response_type: "code", client_id: "us", redirect_uri: visit.redirectUri, state: "s", nonce: "n" },
    ...{ scope: "openid email profile", code_challenge_method: "S256" },
  });
  expect(url.href).not.toContain(visit.verifier);
});

test("Google and any other provider vouch by their token", async () => {
  for (const id of ["google", "oidc"] as const)
    expect(await provider(id).vouch(visit, brought, new Date())).toEqual({
      ...{ subject: `${peer.origin}/realm 7`, email: "ana@gmail.com", isEmailProven: true, name: "" },
    });
  const { body, authorization } = peer.asked.find(({ path }) => path === "/token")!;
  expect(Object.fromEntries(new URLSearchParams(body))).toEqual({
    ...{ grant_type: "authorization_code", code: "c", redirect_uri: visit.redirectUri, code_verifier: visit.verifier },
  });
  expect(authorization).toBe(`Basic ${btoa("us:secret")}`);
});

test("Microsoft vouches for people of any directory, by the directory's own issuer", async () => {
  const tid = crypto.randomUUID();
  peer.describe("/common/v2.0", `${peer.origin}/{tenantid}/v2.0`);
  const iss = `${peer.origin}/${tid}/v2.0`;
  peer.script["/token"] = { id_token: await peer.sign({ ...claims, iss, tid, email_verified: true }) };
  expect(await provider("microsoft", "/common/v2.0").vouch(visit, brought, new Date())).toMatchObject({
    ...{ subject: `${iss} 7`, isEmailProven: false },
  });
  peer.script["/token"] = { id_token: await peer.sign({ ...claims, iss, tid: crypto.randomUUID() }) };
  expect(await refusalOf(provider("microsoft", "/common/v2.0").vouch(visit, brought, new Date()))).toBe(
    "auth.provider_refused",
  );
});

test("an address that is told beside the token is taken for the same person only", async () => {
  peer.describe("/realm", undefined, { userinfo_endpoint: `${peer.origin}/me` });
  const { email: _, ...silent } = claims;
  peer.script["/token"] = { access_token: "a", id_token: await peer.sign(silent) };
  peer.script["/me"] = { sub: "7", email: "Ana@acme.example", email_verified: true };
  expect(await provider().vouch(visit, brought, new Date())).toMatchObject({
    ...{ email: "ana@acme.example", isEmailProven: true },
  });
  expect(peer.asked.at(-1)?.authorization).toBe("Bearer a");
  peer.script["/me"] = { sub: "8", email: "bea@acme.example", email_verified: true };
  expect(await refusalOf(provider().vouch(visit, brought, new Date()))).toBe("auth.provider_refused");
});

test("an answer that names another issuer, or none where one is promised, is refused before the code is spent", async () => {
  const mixed = { code: "c", issuer: "https://evil.test" };
  expect(await refusalOf(provider().vouch(visit, mixed, new Date()))).toBe("auth.provider_refused");
  peer.describe("/realm", undefined, { authorization_response_iss_parameter_supported: true });
  expect(await refusalOf(provider().vouch(visit, brought, new Date()))).toBe("auth.provider_refused");
  expect(peer.asked.map(({ path }) => path)).not.toContain("/token");
});

test("V13.2.4 a provider that describes another, or sends us elsewhere over plain http, is not asked further", async () => {
  for (const [issuer, more] of [
    [`${peer.origin}/other`, {}],
    [undefined, { token_endpoint: "http://10.0.0.1/token" }],
    [undefined, { jwks_uri: "http://id.example.org/keys" }],
    [undefined, { authorization_endpoint: "javascript:alert(1)" }],
  ] as const) {
    peer.describe("/realm", issuer, more);
    expect(await refusalOf(provider().authorizationUrl(visit))).toBe("service.unavailable");
  }
});

test("V15.3.2 a redirect is not followed with our secret in hand", async () => {
  const to = (path: string) => () => Response.redirect(`${peer.origin}${path}`, 307);
  peer.script["/elsewhere"] = peer.script["/token"];
  peer.script["/token"] = to("/elsewhere");
  expect(await refusalOf(provider().vouch(visit, brought, new Date()))).toBe("service.unavailable");
  expect(peer.asked.map(({ path }) => path)).not.toContain("/elsewhere");
});

test("a provider that answers without end, with rubbish, or not at all is down, and is asked again the next time", async () => {
  const one = provider();
  const discovery = "/realm/.well-known/openid-configuration";
  const right = peer.script[discovery];
  const endless = () =>
    new Response(new ReadableStream({ pull: (out) => out.enqueue(new Uint8Array(65_536).fill(32)) }));
  for (const wrong of [endless, () => new Response("<html>"), () => new Response(null, { status: 500 }), null, []]) {
    peer.script[discovery] = wrong;
    expect(await refusalOf(one.authorizationUrl(visit))).toBe("service.unavailable");
  }
  peer.script[discovery] = right;
  expect(await refusalOf(one.authorizationUrl(visit))).toBe("none");
});

test("a refused code, an answer without a token and a token that is none sign nobody in", async () => {
  const refuse = () => Response.json({ error: "invalid_grant" }, { status: 400 });
  for (const wrong of [refuse, {}, { error: "x", id_token: "a.b.c" }, { id_token: 1 }, { id_token: "a.b.c" }, []]) {
    peer.script["/token"] = wrong;
    expect(await refusalOf(provider().vouch(visit, brought, new Date()))).toBe("auth.provider_refused");
  }
});

test("V7.5.1 who proves anew who they are has just signed in at the provider, whatever became of our asking", async () => {
  const anew = { ...visit, isAgain: true };
  const { searchParams } = await provider().authorizationUrl(anew);
  expect([searchParams.get("prompt"), searchParams.get("max_age")]).toEqual(["login", "0"]);
  const vouched = async (auth_time: number | undefined) => {
    peer.script["/token"] = { id_token: await peer.sign({ ...claims, auth_time }) };
    return refusalOf(provider().vouch(anew, brought, new Date()));
  };
  const seconds = Math.floor(Date.now() / 1000);
  expect(await vouched(seconds)).toBe("none");
  for (const stale of [seconds - 3600, undefined]) expect(await vouched(stale)).toBe("auth.provider_refused");
});
