import { afterAll } from "bun:test";
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from "jose";

const answers = (path: string, value: unknown) =>
  value instanceof Function
    ? (value as (request: Request) => Response | Promise<Response>)
    : () => Response.json(value, { status: path === "/404" ? 404 : 200 });

/** A provider on this machine that answers by a script, path by path; `asked` is what it was asked. */
export async function startScripted() {
  const { privateKey, publicKey } = await generateKeyPair("RS256", { extractable: true });
  const script: Record<string, unknown> = {};
  const asked: { path: string; body: string; authorization: string | null }[] = [];
  const server = Bun.serve({
    ...{ port: 0, hostname: "127.0.0.1" },
    async fetch(request) {
      const { pathname } = new URL(request.url);
      asked.push({ path: pathname, body: await request.text(), authorization: request.headers.get("authorization") });
      return pathname in script ? answers(pathname, script[pathname])(request) : new Response(null, { status: 404 });
    },
  });
  afterAll(() => server.stop(true));
  const origin = `http://127.0.0.1:${server.port}`;
  const keys = { keys: [{ ...(await exportJWK(publicKey)), kid: "one", alg: "RS256", use: "sig" }] };
  const seconds = Math.floor(Date.now() / 1000);
  return {
    ...{ origin, script, asked },
    keys,
    sign: (claims: JWTPayload) =>
      new SignJWT({ iat: seconds, exp: seconds + 300, ...claims })
        .setProtectedHeader({ alg: "RS256", kid: "one" })
        .sign(privateKey),
    /** What it says of itself under `path`. */
    describe(path: string, issuer = `${origin}${path}`, more: object = {}) {
      script[`${path}/.well-known/openid-configuration`] = {
        ...{ issuer, authorization_endpoint: `${origin}/authorize`, token_endpoint: `${origin}/token` },
        ...{ jwks_uri: `${origin}/keys`, ...more },
      };
      script["/keys"] = keys;
    },
  };
}
