import { expect, setDefaultTimeout, test } from "bun:test";
import { refusalOf, testServices } from "../testing";
import { testBrowser } from "../testing-browser";
import { hasRedis, startTestRedis } from "../testing-redis";
import { createKv } from "../kv";
import { signUp } from "../../features/auth/server/sign-up";
import { createFloodGate } from "./flood-gate";

setDefaultTimeout(30_000);

const { services, kv } = await testServices();
const limit = { max: 3, windowSeconds: 60 };
const asking = (headers: Record<string, string> = {}, ip = "192.0.2.1") => ({
  request: new Request("http://localhost/", { headers }),
  ip,
});
async function firstRefusal(gate: ReturnType<typeof createFloodGate>, exchange: ReturnType<typeof asking>, tries = 40) {
  for (let i = 0; i < tries; i++) if ((await refusalOf(gate(exchange))) !== "none") return i;
  return null;
}

test("who is signed in is counted alone, and who only says so is a stranger", async () => {
  const gate = createFloodGate(services, kv, limit);
  const owner = testBrowser(services);
  await owner.visit((ctx) => signUp(ctx, { company: "Acme", email: "a@b.example", password: "a long walk at dusk" }));
  const cookie = (access: string) => asking({ cookie: `dm=${access}; dm_refresh=${owner.jar.get("dm_refresh")}` });
  const access = owner.jar.get("dm")!;
  expect(await firstRefusal(gate, cookie(access))).toBe(30);
  // A refresh token alone costs a look-up: nothing is looked up for a stranger without a count.
  for (const forged of ["", "x.y.z", `${access.slice(0, -4)}AAAA`]) {
    const other = createFloodGate(services, kv, limit);
    expect(await firstRefusal(other, cookie(forged))).toBe(3);
  }
});

test("programs with a token are counted by network, whatever they say that their token is", async () => {
  const gate = createFloodGate(services, kv, limit);
  let allowed = 0;
  for (let i = 0; i < 40; i++)
    if ((await refusalOf(gate(asking({ authorization: `Bearer dmt_${i}` })))) === "none") allowed++;
  expect(allowed).toBe(30);
  expect(await firstRefusal(gate, asking())).toBe(3);
});

test.skipIf(!hasRedis)("the count is one over all processes, and each goes on alone while Redis is away", async () => {
  const redis = await startTestRedis();
  const stores = [createKv({ ...redis.at, log: services.log }), createKv({ ...redis.at, log: services.log })] as const;
  await Promise.all(stores.map((store) => store.check()));
  const [one, other] = [createFloodGate(services, stores[0], limit), createFloodGate(services, stores[1], limit)];
  expect(await firstRefusal(one, asking(), 2)).toBeNull();
  expect(await firstRefusal(other, asking())).toBe(1);
  await redis.kill();
  const begun = performance.now();
  expect(await firstRefusal(one, asking({}, "192.0.2.2"))).toBe(3);
  expect(performance.now() - begun).toBeLessThan(1500);
  await Promise.all(stores.map((store) => store.close()));
});
