import { beforeEach, expect, test } from "bun:test";
import { refusalOf } from "~/server/testing";
import { gitHubProvider } from "./github-provider";
import { startScripted } from "./testing-scripted-provider";

const peer = await startScripted();
const visit = { state: "s", nonce: "n", verifier: "v".repeat(43), redirectUri: "http://localhost:3000/cb" };
const provider = gitHubProvider({
  id: "github",
  name: "GitHub",
  issuer: peer.origin,
  clientId: "us",
  clientSecret: "x",
});
const vouch = () => provider.vouch(visit, { code: "c", issuer: null }, new Date());

beforeEach(() => {
  peer.script["/login/oauth/access_token"] = { access_token: "t", token_type: "bearer" };
  peer.script["/api/v3/user"] = { id: 7, login: "ana", name: null, email: "public@evil.test" };
  peer.script["/api/v3/user/emails"] = [
    { email: "old@acme.example", primary: false, verified: true },
    { email: "Ana@acme.example", primary: true, verified: true },
  ];
});

test("GitHub is asked for the number of the account and for its first address, not for the one that it shows", async () => {
  const { searchParams } = await provider.authorizationUrl(visit);
  expect([searchParams.get("state"), searchParams.get("code_challenge_method")]).toEqual(["s", "S256"]);
  expect(await vouch()).toEqual({
    ...{ subject: `${peer.origin} 7`, email: "ana@acme.example", isEmailProven: true, name: "" },
  });
  expect(peer.asked.find(({ path }) => path === "/api/v3/user")?.authorization).toBe("Bearer t");
});

test("an address that GitHub has not verified proves nothing, and another that it has does not stand in for it", async () => {
  peer.script["/api/v3/user/emails"] = [
    { email: "ana@acme.example", primary: true, verified: false },
    { email: "bea@acme.example", primary: false, verified: true },
  ];
  expect(await vouch()).toMatchObject({ email: "ana@acme.example", isEmailProven: false });
  peer.script["/api/v3/user/emails"] = [];
  expect(await vouch()).toMatchObject({ email: null, isEmailProven: false });
});

test("GitHub says no with a 200: nobody is signed in", async () => {
  peer.script["/login/oauth/access_token"] = { error: "bad_verification_code" };
  expect(await refusalOf(vouch())).toBe("auth.provider_refused");
  peer.script["/login/oauth/access_token"] = { access_token: "t" };
  for (const user of [{ id: "7" }, {}, null, () => new Response("{}", { status: 401 })]) {
    peer.script["/api/v3/user"] = user;
    expect(await refusalOf(vouch())).toBe("auth.provider_refused");
  }
});
