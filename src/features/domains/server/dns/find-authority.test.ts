import { afterAll, beforeAll, expect, test } from "bun:test";
import { createDnsDesk } from "./dns-desk";
import { findAuthority } from "./find-authority";
import { createResolver } from "./resolver";
import { type LyingWorld, startLyingWorld } from "./testing-lying-world";

let world: LyingWorld;
beforeAll(async () => {
  world = await startLyingWorld();
  world.publish("acme.org", { "mail.acme.org": { A: ["192.0.2.1"] } });
});
afterAll(() => world.stop());

const everywhere = { isAllowed: () => true };
const resolver = () =>
  createResolver({ servers: [{ host: world.resolver.host, port: world.port }], desk: createDnsDesk(1000) });

test("a name below a zone is asked of the zone's name servers", async () => {
  const authority = await findAuthority("a.b.mail.acme.org", resolver(), everywhere);
  expect(authority).toMatchObject({ zone: "acme.org", servers: [{ name: "ns1.acme.org" }, { name: "ns2.acme.org" }] });
});

test("servers as they were last time are looked up beside the question who they are now", async () => {
  const slow = [
    ["acme.org", "NS"],
    ["ns1.acme.org", "*"],
    ["ns2.acme.org", "*"],
  ] as const;
  for (const [name, type] of slow) world.resolver.lie(name, type, { delayMs: 300 });
  const timeOf = async (likely: string[]) => {
    const started = performance.now();
    const authority = await findAuthority("acme.org", resolver(), { ...everywhere, likely });
    expect(authority?.servers.length).toBe(2);
    return performance.now() - started;
  };
  expect(await timeOf([])).toBeGreaterThan(595);
  expect(await timeOf(["ns1.acme.org", "ns2.acme.org"])).toBeLessThan(550);
  for (const [name, type] of slow) world.resolver.lie(name, type, null);
});

test("who was a name server last time and is none any more is not asked", async () => {
  const authority = await findAuthority("acme.org", resolver(), { ...everywhere, likely: ["ns9.acme.org"] });
  expect(authority?.servers.map(({ name }) => name)).toEqual(["ns1.acme.org", "ns2.acme.org"]);
});
