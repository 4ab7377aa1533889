import { expect, test } from "bun:test";
import { sql } from "drizzle-orm";
import { jobs } from "../../../../db/schema";
import { tablesReadWhole } from "../../../../db/testing-plan";
import { inScope } from "../../../../db/transaction";
import { testMember, testServices } from "~/server/testing";
import { addDomain } from "./add-domain";
import { dueDomains, sweepDomainChecks } from "./sweep-domain-checks";
import { asJob } from "./testing-domains";
import { verifyDomain } from "./verify-domain";

const { services, owner } = await testServices();

test("a check is asked for when its time has come, for every tenant, and only once", async () => {
  const members = [await testMember(services), await testMember(services)];
  const added = await Promise.all(members.map(({ ctx }) => addDomain(ctx, { name: "acme.test" })));
  await owner.delete(jobs);
  expect(await sweepDomainChecks(services)).toBe(2);
  expect(await sweepDomainChecks(services)).toBe(0);
  const waiting = await owner.select().from(jobs);
  expect(waiting.map(({ key }) => key).toSorted()).toEqual(added.map(({ id }) => id).toSorted());
});

test("after a look the next one waits for its turn", async () => {
  const { ctx } = await testMember(services);
  const { id: domainId } = await addDomain(ctx, { name: "patient.test" });
  await verifyDomain(asJob(services, ctx), { domainId });
  await owner.delete(jobs);
  const keysAt = async (seconds: number) => {
    await sweepDomainChecks({ ...services, now: () => new Date(Date.now() + seconds * 1000) });
    return (await owner.select().from(jobs)).map(({ key }) => key);
  };
  expect(await keysAt(0)).not.toContain(domainId);
  expect(await keysAt(11)).toContain(domainId);
});

test("of a zone with many names only a few are asked about at a time, and the domains behind them do not wait", async () => {
  const { ctx } = await testMember(services);
  const { id: other } = await addDomain(ctx, { name: "alone.test" });
  await owner.execute(sql`insert into domains (id, tenant_id, name, zone, proof_token, next_check_at)
    select uuidv7(), ${ctx.tenantId}, 's' || n || '.crowd.test', 'crowd.test', 'x', now() - make_interval(secs => 1000) from generate_series(1, 1000) n`);
  await owner.delete(jobs);
  await sweepDomainChecks(services);
  const asked = (await owner.select().from(jobs)).map(({ key }) => key);
  expect(asked).toContain(other);
  const crowd = await owner.execute<{ id: string }>(sql`select id from domains where zone = 'crowd.test'`);
  expect(crowd.filter(({ id }) => asked.includes(id)).length).toBe(10);
  await owner.execute(sql`delete from domains where zone = 'crowd.test'`);
});

test("looking for due checks stays cheap with many domains and a day's work done", async () => {
  const { ctx } = await testMember(services);
  await owner.execute(sql`insert into domains (id, tenant_id, name, proof_token, next_check_at)
    select uuidv7(), ${ctx.tenantId}, n || '.test', 'x', now() + make_interval(secs => n) from generate_series(1, 5000) n`);
  await owner.execute(sql`insert into jobs (id, name, key, payload, state, finished_at)
    select uuidv7(), 'dns-verification', id, '{}', 'done', now() from domains, generate_series(1, 2)`);
  await owner.execute(sql`analyze domains, jobs`);
  const whole = inScope(services.db, { sweep: true }, (tx) => tablesReadWhole(tx, dueDomains(tx, new Date())));
  expect(await whole).toEqual([]);
});
