import { expect, test } from "bun:test";
import {
  createLocalJWKSet,
  exportJWK,
  exportSPKI,
  generateKeyPair,
  type JWTHeaderParameters,
  type JWTPayload,
  SignJWT,
  UnsecuredJWT,
} from "jose";
import { refusalOf } from "~/server/testing";
import { verifyIdToken } from "./verify-id-token";

const own = await generateKeyPair("RS256", { extractable: true });
const strangers = await generateKeyPair("RS256", { extractable: true });
const jwk = { ...(await exportJWK(own.publicKey)), kid: "one", alg: "RS256", use: "sig" };
const now = new Date();
const seconds = Math.floor(now.getTime() / 1000);
const issuer = "https://id.example.org/realm";
const good = { iss: issuer, sub: "ana", aud: "us", nonce: "n", iat: seconds, exp: seconds + 300 };

const signed = (claims: JWTPayload, key = own.privateKey, header: Partial<JWTHeaderParameters> = {}) =>
  new SignJWT(claims).setProtectedHeader({ alg: "RS256", kid: "one", ...header }).sign(key);
const expected = { by: { issuer, keys: createLocalJWKSet({ keys: [jwk] }) }, clientId: "us", nonce: "n", now };
const outcome = async (token: string | Promise<string>) => refusalOf(verifyIdToken(await token, expected));

test("V9.1.1 a token that the provider made for this visit is taken", async () => {
  expect(await verifyIdToken(await signed({ ...good, email: "a@b.example", name: "Ana" }), expected)).toMatchObject({
    ...{ sub: "ana", email: "a@b.example", name: "Ana" },
  });
});

test("V9.1.2 no signature, one by a shared secret, and one by a stranger's key are refused", async () => {
  expect(await outcome(new UnsecuredJWT(good).encode())).toBe("auth.provider_refused");
  const [head, body] = (await signed(good)).split(".");
  const none = Buffer.from('{"alg":"none","kid":"one"}').toString("base64url");
  for (const forged of [`${none}.${body}.`, `${head}.${body}.`, `${none}.${body}.AAAA`])
    expect(await outcome(forged)).toBe("auth.provider_refused");
  // The provider's public key, which everybody knows, as if it were a shared secret.
  for (const secret of [await exportSPKI(own.publicKey), JSON.stringify(jwk), "secret"]) {
    const key = new TextEncoder().encode(secret);
    const mixed = new SignJWT(good).setProtectedHeader({ alg: "HS256", kid: "one" }).sign(key);
    expect(await outcome(mixed)).toBe("auth.provider_refused");
  }
  expect(await outcome(signed(good, strangers.privateKey))).toBe("auth.provider_refused");
});

test("V9.1.3 a token cannot bring its own key, or say where to find it", async () => {
  const itsOwn = await exportJWK(strangers.publicKey);
  for (const header of [
    { jwk: itsOwn },
    { jku: "https://evil.test/keys" },
    { kid: "../../one" },
    { x5u: "https://evil.test" },
  ])
    expect(await outcome(signed(good, strangers.privateKey, header))).toBe("auth.provider_refused");
});

test("V9.2.1 an expired token, one of the future, and one without a time are refused", async () => {
  for (const change of [{ exp: seconds - 61 }, { nbf: seconds + 120 }, { exp: undefined }, { iat: undefined }])
    expect([change, await outcome(signed({ ...good, ...change }))]).toEqual([change, "auth.provider_refused"]);
});

test("V9.2.3 a token of another issuer, for another client or another visit is refused", async () => {
  for (const change of [
    ...[{ iss: "https://evil.test" }, { iss: `${issuer}/` }, { iss: undefined }, { sub: "" }, { sub: undefined }],
    ...[{ aud: "others" }, { aud: [] }, { aud: undefined }, { aud: ["us", "others"] }, { azp: "others" }],
    ...[{ aud: ["us", "others"], azp: "others" }, { nonce: "m" }, { nonce: undefined }, { nonce: "" }],
  ])
    expect([change, await outcome(signed({ ...good, ...change }))]).toEqual([change, "auth.provider_refused"]);
  expect(await outcome(signed({ ...good, aud: ["us", "others"], azp: "us" }))).toBe("none");
});

test("V9.2.3 where many directories stand behind one provider, a token is its own directory's", async () => {
  const template = "https://login.example.org/{tenantid}/v2.0";
  const [tid, other] = [crypto.randomUUID(), crypto.randomUUID()];
  const by = { ...expected.by, issuer: template };
  const at = (iss: string, claims: JWTPayload = { tid }) =>
    signed({ ...good, iss, ...claims }).then((token) => refusalOf(verifyIdToken(token, { ...expected, by })));
  expect(await at(template.replace("{tenantid}", tid))).toBe("none");
  expect(await at(template.replace("{tenantid}", other))).toBe("auth.provider_refused");
  expect(await at(template)).toBe("auth.provider_refused");
  expect(await at(template, {})).toBe("auth.provider_refused");
  expect(await at("https://login.example.org//v2.0", {})).toBe("auth.provider_refused");
});
