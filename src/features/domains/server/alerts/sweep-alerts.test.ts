import { expect, test } from "bun:test";
import { eq, sql } from "drizzle-orm";
import { inScope } from "../../../../../db/transaction";
import { tablesReadWhole } from "../../../../../db/testing-plan";
import { tenants } from "../../../../../db/schema";
import { testMember, testServices } from "~/server/testing";
import { sweepAlerts, tenantsToTell } from "./sweep-alerts";
import { raise, sendIn, waitingAlerts, watchedDomain } from "./testing-alerts";

const { services, owner } = await testServices();
let names = 0;

async function tenant() {
  const { ctx } = await testMember(services);
  return { ctx, domainId: await watchedDomain(owner, ctx, `swept${names++}.test`) };
}

test("the sweep finds tenants whose word has waited long enough, of active tenants only, and not again what waits for its day", async () => {
  const { ctx, domainId } = await tenant();
  const suspended = await tenant();
  await owner.update(tenants).set({ state: "suspended" }).where(eq(tenants.id, suspended.ctx.tenantId));
  const sweep = (minutes: number) => sweepAlerts({ ...services, now: () => new Date(Date.now() + minutes * 60_000) });
  const before = await sweep(0.5);
  await raise(services, ctx, 0, { domainId, kind: "broken" });
  await raise(services, suspended.ctx, 0, { domainId: suspended.domainId, kind: "broken" });
  expect([(await sweep(1)) - before, (await sweep(3)) - before]).toEqual([0, 1]);
  for (const at of [4, 5.5, 7, 8.5]) await raise(services, ctx, at, { domainId, kind: "broken" });
  expect((await sweep(9)) - before).toBe(0);
  expect((await sweep(10.5)) - before).toBe(1);
  await sendIn(services, ctx, 12);
  await raise(services, ctx, 20, { domainId, kind: "recovered" });
  await sendIn(services, ctx, 23);
  await raise(services, ctx, 30, { domainId, kind: "broken" });
  await sendIn(services, ctx, 33);
  expect([(await waitingAlerts(owner, ctx)).length, (await sweep(60)) - before]).toEqual([1, 0]);
  expect((await sweep(12 + 1441)) - before).toBe(1);
});

test("with a year's alerts told, finding the few that wait reads none of them", async () => {
  const { ctx, domainId } = await tenant();
  await owner.execute(sql`insert into domain_alerts (id, tenant_id, domain_id, kind, sent_at, created_at)
    select uuidv7(), ${ctx.tenantId}, ${domainId}, 'broken', now() - make_interval(hours => n), now() - make_interval(hours => n)
    from generate_series(30, 30000) n`);
  await owner.execute(sql`insert into tenants (id, name) select uuidv7(), 'Other' from generate_series(1, 5000) n`);
  await raise(services, ctx, 0, { domainId, kind: "recovered" });
  for (const table of ["domain_alerts", "tenants"]) await owner.execute(sql.raw(`vacuum analyze ${table}`));
  const read = inScope(services.db, { sweep: true }, (tx) => tablesReadWhole(tx, tenantsToTell(tx, new Date())));
  expect(await read).toEqual([]);
});
