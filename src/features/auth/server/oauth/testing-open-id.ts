import { afterAll } from "bun:test";
import { once } from "node:events";
import { createServer } from "node:http";
import { exportJWK, generateKeyPair } from "jose";
import Provider from "oidc-provider";
import type { ProviderSettings } from "~/server/provider-settings";

/**
 * A certified OpenID Connect provider on this machine. Anybody signs in there by typing an address; it says that the addresses in
 * `unproven` were never verified.
 */
export async function startOpenId(appUrl: string, unproven = new Set<string>()): Promise<ProviderSettings> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const issuer = `http://127.0.0.1:${(server.address() as { port: number }).port}`;
  const { privateKey } = await generateKeyPair("ES256", { extractable: true });
  const client = { clientId: "deftmail", clientSecret: "a secret: with % and +" };
  const provider = new Provider(issuer, {
    clients: [
      {
        ...{ client_id: client.clientId, client_secret: client.clientSecret },
        ...{ redirect_uris: [`${appUrl}/auth/oauth/oidc/callback`], id_token_signed_response_alg: "ES256" },
      },
    ],
    jwks: { keys: [{ ...(await exportJWK(privateKey)), alg: "ES256", use: "sig", kid: "one" }] },
    cookies: { keys: ["a key of the test"] },
    claims: { email: ["email", "email_verified"], profile: ["name"] },
    pkce: { required: () => true },
    findAccount: async (_: unknown, sub: string) => ({
      accountId: sub,
      claims: async () => ({ sub, email: sub, email_verified: !unproven.has(sub), name: sub.split("@")[0] }),
    }),
  });
  server.on("request", provider.callback());
  afterAll(() => void server.close());
  return { id: "oidc", name: "Acme ID", issuer, ...client };
}
