import { expect, test } from "bun:test";
import { and, desc, eq, lt, sql } from "drizzle-orm";
import { domainEvents } from "../../../../../db/schema";
import { joinTenant, refusalOf, testMember, testServices } from "~/server/testing";
import type { Ctx } from "~/server/context";
import { HistoryPage, ListHistory } from "../../schema/history";
import { addDomain } from "../add-domain";
import { type DomainEvent, noteEvent } from "../note-event";
import { asJob } from "../testing-domains";
import { listHistory } from "./list-history";

const { services, owner } = await testServices();
const { ctx } = await testMember(services);
const job = asJob(services, ctx);
const start = Date.now() - 30 * 86_400_000;

let names = 0;
const newDomain = async () => (await addDomain(ctx, { name: `past${names++}.test` })).id;
const note = (by: Ctx, minutes: number, event: DomainEvent) =>
  by.tx((tx) => noteEvent(tx, { ...by, now: () => new Date(start + minutes * 60_000) }, event));
const list = (asked: Partial<ListHistory> & { domainId: string }, by: Ctx = ctx) =>
  listHistory(by, ListHistory.parse(asked));
const record = (domainId: string, subject: string, before: string, after: string): DomainEvent => ({
  ...({ domainId, kind: "record", subject, before, after } as const),
});

test("what happened to a domain is told newest first, with who did it and what DNS answered", async () => {
  const domainId = await newDomain();
  await note(job, 0, { ...record(domainId, "spf", "missing", "match"), evidence: { found: ["v=spf1 -all"] } });
  await note(job, 5, { domainId, kind: "state", before: "setting_up", after: "active" });
  await note(ctx, 9, { domainId, kind: "dkim", subject: "dm2", before: "pending", after: "active" });
  const page = await list({ domainId });
  expect(HistoryPage.parse(page)).toEqual(page);
  expect(page.lines.map(({ kind, subject, before, after, by }) => [kind, subject, before, after, by])).toEqual([
    ["dkim", "dm2", "pending", "active", ctx.actor.email],
    ["state", null, "setting_up", "active", null],
    ["record", "spf", "missing", "match", null],
  ]);
  expect(page.lines.map(({ evidence }) => evidence)).toEqual([null, null, { found: ["v=spf1 -all"] }]);
  expect((await list({ domainId, kind: "state" })).lines.length).toBe(1);
});

test("records that come and go for hours are a line each, however often, and a later loss is a line of its own", async () => {
  const domainId = await newDomain();
  for (let at = 0; at < 200; at += 2)
    for (const subject of ["mx.1", "spf"]) {
      await note(job, at, record(domainId, subject, "match", "missing"));
      await note(job, at + 1, record(domainId, subject, "missing", "match"));
    }
  await note(job, 5000, record(domainId, "spf", "match", "missing"));
  const { lines, next } = await list({ domainId, limit: 100 });
  expect(lines.map(({ subject, times, before, after }) => [subject, times, before, after])).toEqual([
    ["spf", 1, "match", "missing"],
    ["spf", 200, "missing", "match"],
    ["mx.1", 200, "missing", "match"],
  ]);
  expect([next, lines[1]!.since]).toEqual([undefined, new Date(start).toISOString()]);
});

test("going and coming back once are two lines, each with what DNS answered then", async () => {
  const domainId = await newDomain();
  await note(job, 0, { ...record(domainId, "mx.1", "match", "stale"), evidence: { found: ["5 old.example"] } });
  await note(job, 60, { ...record(domainId, "mx.1", "stale", "match"), evidence: { found: ["10 ours.example"] } });
  const { lines } = await list({ domainId });
  expect(lines.map(({ after, times, evidence }) => [after, times, evidence?.["found"]])).toEqual([
    ["match", 1, ["10 ours.example"]],
    ["stale", 1, ["5 old.example"]],
  ]);
});

test("what did not change is not written", async () => {
  const domainId = await newDomain();
  await note(job, 0, { domainId, kind: "state", before: "active", after: "active" });
  expect((await list({ domainId })).lines).toEqual([]);
});

test("page by page one reads everything once, and page 100 costs what the first does", async () => {
  const domainId = await newDomain();
  const others = [await newDomain(), await newDomain(), await newDomain(), await newDomain()];
  const rows = Array.from({ length: 5000 }, (_, at) => ({
    ...{ tenantId: ctx.tenantId, kind: "record" as const, subject: `r${at % 50}` },
    ...{ before: `${at}`, after: `${at + 1}`, createdAt: new Date(start + at * 1000) },
  }));
  const all = rows.flatMap((row) => [domainId, ...others].map((domain) => ({ ...row, domainId: domain })));
  for (let at = 0; at < all.length; at += 2500) await owner.insert(domainEvents).values(all.slice(at, at + 2500));
  await owner.execute(sql`analyze domain_events`);
  const seen: string[] = [];
  const cursors: string[] = [];
  for (let after: string | undefined, more = true; more;) {
    const page = await list({ domainId, limit: 50, ...(after ? { after } : {}) });
    seen.push(...page.lines.map(({ before }) => before!));
    more = (after = page.next) !== undefined;
    if (after) cursors.push(after);
  }
  expect(seen).toEqual(rows.map(({ before }) => before).toReversed());
  expect(cursors.length).toBeGreaterThanOrEqual(99);
  const buffers = async (after?: string) => {
    const own = and(eq(domainEvents.tenantId, ctx.tenantId), eq(domainEvents.domainId, domainId));
    const page = owner
      .select()
      .from(domainEvents)
      .where(and(own, after ? lt(domainEvents.id, after) : undefined))
      .orderBy(desc(domainEvents.id))
      .limit(400);
    const plan = JSON.stringify(await owner.execute(sql`explain (analyze, buffers, format json) ${page.getSQL()}`));
    expect(plan).not.toContain("Seq Scan");
    return Number(/"Shared Hit Blocks":\s*(\d+)/.exec(plan)?.[1]);
  };
  expect(await buffers(cursors[90])).toBeLessThan((await buffers()) * 2 + 20);
}, 60_000);

test("a stranger, and a colleague who looks after other domains, learn nothing; a viewer may read", async () => {
  const domainId = await newDomain();
  const stranger = await testMember(services);
  const held = await joinTenant(services, ctx.tenantId, "domain_admin", [await newDomain()]);
  const viewer = await joinTenant(services, ctx.tenantId, "viewer");
  expect(await refusalOf(list({ domainId }, stranger.ctx))).toBe("domain.not_found");
  expect(await refusalOf(list({ domainId }, held.ctx))).toBe("domain.not_found");
  expect(await refusalOf(list({ domainId }, viewer.ctx))).toBe("none");
});
