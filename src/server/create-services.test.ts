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
