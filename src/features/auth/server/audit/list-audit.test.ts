import { beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import { sql } from "drizzle-orm";
import { audit } from "~/server/audit";
import { appliedUser, tenantWithDomain } from "~/features/users/server/testing-users";
import { setQuota } from "~/features/users/server/set-quota";
import { joinTenant, refusalOf, testServices } from "~/server/testing";
import { ListAudit } from "../../schema/audit";
import { listAudit } from "./list-audit";
import { mostLookedAt, readTrail, trailStatement } from "./read-trail";
import { fillTrail } from "./testing-trail";
import { trailOf } from "./trail-of";

setDefaultTimeout(60_000);

const { services, owner } = await testServices();
const asked = (input: Record<string, unknown> = {}) => ListAudit.parse(input);
let acme: Awaited<ReturnType<typeof tenantWithDomain>>;
let user: Awaited<ReturnType<typeof appliedUser>>;
beforeAll(async () => {
  acme = await tenantWithDomain(services, "audit.test");
  user = await appliedUser(services, acme.ctx, acme.domainId, "ana");
  await setQuota(acme.ctx, { userId: user.id, quotaBytes: 2 * 1024 ** 3 });
});

test("the log tells who did what to whom, from where and what it was before", async () => {
  const { entries } = await listAudit(acme.ctx, asked({ action: "user.set_quota" }));
  expect(entries).toHaveLength(1);
  expect(entries[0]).toMatchObject({
    ...{ actor: { kind: "member", id: acme.ctx.actor.memberId, label: acme.ctx.actor.email }, ip: "127.0.0.1" },
    ...{ action: "user.set_quota", subject: { type: "mail_user", id: user.id, label: user.address } },
    ...{ requestId: acme.ctx.requestId, after: { quotaBytes: 2 * 1024 ** 3 } },
  });
});

test("each filter finds its rows and no others", async () => {
  const find = async (filter: Record<string, unknown>) =>
    (await listAudit(acme.ctx, asked(filter))).entries.map(({ action }) => action);
  const everything = await find({});
  expect(everything).toContain("user.create");
  expect(await find({ actor: `member:${acme.ctx.actor.memberId}` })).not.toBeEmpty();
  expect(await find({ actor: "job:nothing" })).toEqual([]);
  expect(new Set((await find({ action: "user" })).map((action) => action.split(".")[0]))).toEqual(new Set(["user"]));
  expect(await find({ action: "us" })).toEqual([]);
  expect(await find({ subject: `mail_user:${user.id}`, action: "user" })).toEqual(["user.set_quota", "user.create"]);
  expect(await find({ text: "ana@audit" })).toEqual(["user.create"]);
  expect(await find({ text: "%" })).toEqual([]);
  expect(await find({ from: new Date(Date.now() + 60_000) })).toEqual([]);
  expect(await find({ to: new Date(Date.now() - 600_000) })).toEqual([]);
  expect(await find({ from: new Date(Date.now() - 600_000), to: new Date(Date.now() + 60_000) })).toEqual(everything);
});

test("page after page shows every row once, newest first, whatever is filtered", async () => {
  for (const filter of [{}, { action: "user" }, { text: "a" }, { actor: `member:${acme.ctx.actor.memberId}` }]) {
    const whole = (await listAudit(acme.ctx, asked({ ...filter, limit: 100 }))).entries.map(({ id }) => id);
    const seen: string[] = [];
    for (let after: string | undefined, first = true; first || after; first = false) {
      const page = await listAudit(acme.ctx, asked({ ...filter, limit: 2, after }));
      seen.push(...page.entries.map(({ id }) => id));
      after = page.next;
    }
    expect(seen).toEqual(whole);
  }
});

test("what is gone keeps the name that it had", async () => {
  const { ctx } = acme;
  const id = Bun.randomUUIDv7();
  await ctx.tx((tx) =>
    audit(tx, ctx, { action: "domain.add", subject: { type: "domain", id }, after: { name: "gone.test" } }),
  );
  await ctx.tx((tx) => audit(tx, ctx, { action: "domain.check", subject: { type: "domain", id } }));
  const { entries } = await listAudit(ctx, asked({ subject: `domain:${id}` }));
  expect(entries.map(({ subject }) => subject.label)).toEqual(["gone.test", "gone.test"]);
});

test("only owners and admins read the whole log", async () => {
  for (const role of ["domain_admin", "viewer"] as const) {
    const { ctx } = await joinTenant(services, acme.ctx.tenantId, role, role === "viewer" ? null : []);
    expect(await refusalOf(listAudit(ctx, asked()))).toBe("auth.role_too_low");
  }
  const { ctx } = await joinTenant(services, acme.ctx.tenantId, "admin");
  expect((await listAudit(ctx, asked())).entries).not.toBeEmpty();
});

test("a cursor that is none is refused", async () => {
  for (const after of ["x", "1 2", `${Bun.randomUUIDv7()} x`])
    expect(await refusalOf(listAudit(acme.ctx, asked({ after })))).toBe("request.invalid");
});

test("however long the log is, no filter reads more than one page of it, or what one call may look at", async () => {
  const { ctx } = await tenantWithDomain(services, "long.test");
  const { tenantId } = ctx;
  await fillTrail(owner, tenantId, 100_000);
  const filters: Record<string, unknown>[] = [
    ...[{}, { actor: "member:7" }, { action: "user.act_b" }, { action: "session" }, { subject: "mail_user:fill-9" }],
    ...[{ actor: "member:7", action: "user" }, { subject: "mail_user:fill-9", actor: "member:9" }, { text: "nowhere" }],
    ...[{ action: "user", text: "nowhere" }, { to: new Date(Date.now() - 100_000_000) }],
    ...[{ actor: "member:7", from: new Date(Date.now() - 3_600_000) }],
  ];
  for (const filter of filters) {
    const { after: _, limit, from, to, ...rest } = asked(filter);
    const span = { ...(from && { from: new Date(from) }), ...(to && { to: new Date(to) }) };
    const rows = await ctx.tx(async (tx) => {
      const query = { tenantId, ...(await trailOf(tx, tenantId, rest)), ...span, limit };
      const [plan] = await tx.execute<{ "QUERY PLAN": [{ Plan: Plan }] }>(
        sql`explain (analyze, format json) ${trailStatement(query)}`,
      );
      expect((await readTrail(tx, query)).rows.length).toBeLessThanOrEqual(limit);
      return rowsRead(plan!["QUERY PLAN"][0].Plan);
    });
    const isBounded = filter["text"] || (filter["actor"] && (filter["subject"] || filter["action"]));
    expect([JSON.stringify(filter), rows <= (isBounded ? mostLookedAt + 20 : 1100)]).toEqual([
      JSON.stringify(filter),
      true,
    ]);
  }
});

test("a search that finds nothing says how far back it has looked, and goes on from there", async () => {
  const { ctx } = await tenantWithDomain(services, "rare.test");
  await fillTrail(owner, ctx.tenantId, 12_000);
  const first = await listAudit(ctx, asked({ text: '"number": 1}' }));
  expect(first.entries).toEqual([]);
  expect(new Date(first.searchedTo!).getTime()).toBeLessThan(Date.now() - 4_000_000);
  const second = await listAudit(ctx, asked({ text: '"number": 1}', after: first.next }));
  const third = await listAudit(ctx, asked({ text: '"number": 1}', after: second.next }));
  expect(third.entries.map(({ after }) => after)).toEqual([{ number: 1 }]);
  expect(third.next).toBeUndefined();
});

type Plan = {
  "Node Type": string;
  "Actual Rows": number;
  "Actual Loops": number;
  "Rows Removed by Filter"?: number;
  Plans?: Plan[];
};

/** Rows that were fetched from the table, thrown away or not. */
const rowsRead = (plan: Plan): number =>
  (plan["Node Type"].endsWith("Scan") && !plan.Plans
    ? (plan["Actual Rows"] + (plan["Rows Removed by Filter"] ?? 0)) * plan["Actual Loops"]
    : 0) + (plan.Plans ?? []).reduce((sum, part) => sum + rowsRead(part), 0);
