import { afterAll, expect, test } from "bun:test";
import { and, eq, gt, inArray, or } from "drizzle-orm";
import { seededRandom } from "~/e2e/seeded-random";
import { activeDomain } from "~/features/domains/server/testing-domains";
import { reconcile } from "~/server/reconcile";
import { testServices } from "~/server/testing";
import { addresses, mailUsers, sessions, tenants } from "../../../../db/schema";
import { type Fault, faultyEngine } from "./testing-faulty-engine";
import { settle, userLife } from "./testing-user-life";
import { appliedUser, tenantWithDomain } from "./testing-users";

const lives = 100;
const steps = 8;
const atOnce = 4;

const { services, owner, engineUrl, engineAuth } = await testServices();
const { ctx, domainId } = await tenantWithDomain(services, "one.test");
const { id: otherId } = await activeDomain(services, ctx, "two.test");
await owner.update(tenants).set({ maxMailUsers: 10_000, maxStorageBytes: 1024 ** 5 });
// Who holds the addresses that each domain must have, whatever becomes of the others.
for (const id of [domainId, otherId]) await appliedUser(services, ctx, id, "anchor");

const weather = seededRandom(20_261_123);
const kinds: Fault[] = ["down", "slow", "error", "lostError", "cut"];
const fault = (): Fault => (weather() < 0.25 ? kinds[Math.floor(weather() * kinds.length)]! : "none");
const faulty = await faultyEngine({ url: engineUrl, auth: engineAuth }, fault);
afterAll(faulty.stop);

const stormy = { ...services, engine: faulty.engine };
const domains = { "one.test": domainId, "two.test": otherId };
const all = Array.from({ length: lives }, (_, seed) =>
  userLife(
    { services: stormy, owner, ctx: { ...ctx, engine: faulty.engine }, domains, random: seededRandom(seed) },
    seed,
  ),
);

test("whatever happens to mailbox users while the mail server fails at random, nobody is signed in who is suspended", async () => {
  const queue = [...all];
  const work = async () => {
    for (let life = queue.shift(); life; life = queue.shift()) for (let at = 0; at < steps; at++) await life.step();
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  const met = faulty.met();
  for (const kind of kinds) expect(met[kind]).toBeGreaterThan(10);
  const out = or(eq(mailUsers.maySignIn, false), eq(mailUsers.state, "deleted"));
  const left = await owner
    .select({ address: mailUsers.address })
    .from(sessions)
    .innerJoin(mailUsers, eq(mailUsers.id, sessions.mailUserId))
    .where(and(out, gt(sessions.expiresAt, new Date())));
  expect(left).toEqual([]);
}, 90_000);

test("once the mail server is well again, it and the panel agree, and every address is where it was put", async () => {
  await settle(services, owner, ctx);
  expect(Object.entries(await reconcile(services)).filter(([, names]) => names.length > 0)).toEqual([]);
  const expected = all.flatMap(({ users }) =>
    [...users.values()].flatMap(({ address, aliases }) => [address, ...aliases]),
  );
  const held = await owner.select({ address: addresses.address }).from(addresses);
  const ours = held.map(({ address }) => address).filter((address) => /^[abc]\d/.test(address));
  expect(ours.toSorted()).toEqual(expected.toSorted());
  const ids = all.flatMap(({ users }) => [...users.keys()]);
  const rows = await owner.select().from(mailUsers).where(inArray(mailUsers.id, ids));
  for (const row of rows) {
    const user = all.flatMap(({ users }) => users.get(row.id) ?? [])[0]!;
    expect([row.address, row.state === "deleted"]).toEqual([user.address, user.isDeleted]);
  }
  expect(rows).toHaveLength(ids.length);
}, 90_000);
