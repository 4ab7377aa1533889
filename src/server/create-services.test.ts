import { expect, test } from "bun:test";
import { createServices } from "./create-services";
import { parseEnv } from "./env";

const secrets = {
  jwtSecret: "a-secret-of-at-least-thirty-two-characters",
  masterKey: Buffer.alloc(32).toString("base64"),
};
const env = parseEnv({
  DATABASE_URL: "postgres://nobody@127.0.0.1:1/x",
  STALWART_URL: "http://127.0.0.1:1",
  STALWART_API_KEY: "k",
});

test("a session that another process ended is over in this one, too", async () => {
  const { services, close } = createServices(env, { secrets });
  const [sid, tenantId] = [Bun.randomUUIDv7(), Bun.randomUUIDv7()];
  const claims = { sub: sid, sid, tenant_id: tenantId, email: "a@b.example", role: "owner", person: null } as const;
  const token = services.accessTokens.sign(claims, new Date());
  expect(services.accessTokens.verify(token, new Date())?.sid).toBe(sid);
  services.events.publish({ tenantId, topic: "session", subjectId: sid });
  expect(services.accessTokens.verify(token, new Date())).toBeNull();
  await close();
});

test("a zone for signing keys is changed on its own server, and in a trial under .test it is the trial's own", async () => {
  const base = {
    DATABASE_URL: "postgres://nobody@127.0.0.1:1/x",
    STALWART_URL: "http://127.0.0.1:1",
    STALWART_API_KEY: "k",
  };
  const zoneOf = async (more: Record<string, string>) => {
    const { services, close } = createServices(parseEnv({ ...base, ...more }), { secrets });
    await close();
    return services.platform.dkimZone;
  };
  expect(await zoneOf({})).toBeNull();
  expect(await zoneOf({ DKIM_ZONE: "keys.deftmail.test" })).toEqual({ name: "keys.deftmail.test", update: null });
  expect(() => parseEnv({ ...base, DKIM_ZONE: "keys.example.net" })).toThrow("DNS_UPDATE_SERVER: is required with");
  const server = { DNS_UPDATE_SERVER: "192.0.2.1", DNS_UPDATE_KEY: "panel:hmac-sha512:c2VjcmV0" };
  expect(await zoneOf({ DKIM_ZONE: "Keys.Example.net.", ...server })).toEqual({
    name: "keys.example.net",
    update: { server: "192.0.2.1", keyName: "panel", algorithm: "hmac-sha512", secret: "c2VjcmV0" },
  });
});
