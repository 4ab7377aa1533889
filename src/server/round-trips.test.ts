import { beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import { drizzle } from "drizzle-orm/postgres-js";
import type { Database } from "../../db/client";
import type { Ids } from "./expectations/testing-expectation";
import { tenantWithEverything } from "./isolation/testing-two-tenants";
import { testServices } from "./testing";
import { call, expectations } from "./testing-expectations";

setDefaultTimeout(60_000);

const world = await testServices();
/** What was asked, each time with all that was sent before an answer could come. */
let trips: string[][] = [];
let isUnderWay = false;
/** The same pool, with an ear on every statement; what sets a transaction's tenant travels with the first one. */
function overheard({ client, close }: Database): Database {
  const logQuery = (statement: string) => {
    if (isUnderWay) return void trips.at(-1)!.push(statement);
    trips.push([statement]);
    isUnderWay = true;
    setImmediate(() => (isUnderWay = false));
  };
  const logger = { logQuery };
  return Object.assign(drizzle(client, { casing: "snake_case", logger }), { client, close });
}
const services = { ...world.services, db: overheard(world.services.db), rateLimit: async () => {} };
let tenant: Awaited<ReturnType<typeof tenantWithEverything>>;
beforeAll(async () => {
  tenant = await tenantWithEverything({ services, owner: world.owner }, "trips.test");
});

/** What the sections of the panel's pages about mailbox users ask for, each for itself. */
const sections = `users.list users.get users.access.get users.aliases.list users.forwarding.get users.usage.get
  users.limits.get users.trace.list users.guard.list users.stats.attention users.stats.series users.stats.top
  users.groups.list users.groups.get users.groups.members.list users.groups.posts.list users.runs.list
  users.usage.tenant users.limits.getTenant domains.addressing.get`.split(/\s+/);

test.each(sections)("%s asks the database once", async (path) => {
  const { after: _, ...input } = expectations[path]?.input?.(tenant.ids as Ids) ?? {};
  trips = [];
  await call(tenant.owner, path, Object.keys(input).length > 0 ? input : undefined);
  expect(trips.slice(1)).toEqual([]);
  expect(trips.length).toBe(1);
});
