import { expect, setDefaultTimeout, test } from "bun:test";
import { heapStats } from "bun:jsc";
import { audit } from "~/server/audit";
import type { Context } from "~/server/context";
import { anonymousContext, auditedActions, joinTenant, testMember, testServices } from "~/server/testing";
import { readCsv } from "~/server/testing-csv";
import { freshMs } from "~/server/trpc";
import { auditFile } from "./audit-file";
import { fillTrail } from "./testing-trail";

setDefaultTimeout(60_000);

const { services, owner } = await testServices();
const ask = async (context: Context, query = "", headers: Record<string, string> = {}) =>
  (await auditFile(new Request(`http://localhost/admin/audit.csv${query}`, { headers }), "/admin/audit.csv", context))!;
const longAgo = (context: Context): Context => ({
  ...context,
  member: { ...context.member!, authenticatedAt: new Date(Date.now() - freshMs - 1000) },
});

test("the log can be taken along as a file, with the same filters, and that is written down first", async () => {
  const { ctx, context } = await testMember(services);
  const subject = { type: "domain", id: Bun.randomUUIDv7() } as const;
  await ctx.tx((tx) => audit(tx, ctx, { action: "domain.add", subject, after: { name: "=cmd.test" } }));
  await ctx.tx((tx) => audit(tx, ctx, { action: "domain.remove", subject, before: { name: "=cmd.test" } }));
  const answer = await ask(context, "?action=domain.add&text=&from=2026-01-01T00:00:00Z");
  expect(answer.status).toBe(200);
  expect(answer.headers.get("content-type")).toBe("text/csv; charset=utf-8; header=present");
  expect(answer.headers.get("content-disposition")).toMatch(
    /^attachment; filename="deftmail-audit-\d{4}-\d\d-\d\d\.csv"$/,
  );
  const [[time, ...cells] = [], ...others] = await readCsv(owner, await answer.text());
  expect(others).toEqual([]);
  expect(Date.parse(time!)).toBeGreaterThan(Date.now() - 60_000);
  expect(cells).toEqual([
    ...["member", ctx.actor.email, ctx.actor.memberId, "domain.add", "domain", "'=cmd.test", subject.id, ""],
    ...['{"name":"=cmd.test"}', "127.0.0.1", ctx.requestId],
  ]);
  expect(await auditedActions(services, ctx.tenantId)).toEqual(["domain.add", "domain.remove", "audit.export"]);
});

test("V7.5.2 an export asks whoever signed in long ago to prove again who they are, on a page that says so", async () => {
  const { context } = await testMember(services);
  const answer = await ask(longAgo(context), "", { "accept-language": "de" });
  expect([answer.status, answer.headers.get("content-type")]).toEqual([403, "text/html; charset=utf-8"]);
  expect(await answer.text()).toContain("Anmeldung keine zehn Minuten her");
});

test("V3.5.8 no other site, no other role and nobody without a session gets a file", async () => {
  const { ctx, context } = await testMember(services);
  const { context: viewer } = await joinTenant(services, ctx.tenantId, "viewer");
  expect((await ask(viewer)).status).toBe(403);
  expect((await ask(context, "", { "sec-fetch-site": "cross-site" })).status).toBe(403);
  expect((await ask({ ...context, member: { ...context.member!, isRestricted: true } })).status).toBe(403);
  const stranger = await ask(anonymousContext(services));
  expect([stranger.status, stranger.headers.get("location")]).toEqual([303, "/login?next=%2Fadmin%2Faudit"]);
  expect((await ask(context, "?actor=x%27--")).status).toBe(403);
  expect((await auditedActions(services, ctx.tenantId)).filter((action) => action === "audit.export")).toEqual([]);
});

test("who asks for file after file is told to wait, on a page", async () => {
  const { context } = await testMember(services);
  const asked = () => ask(context, "", { accept: "text/html,*/*;q=0.8" });
  let answer = await asked();
  for (let n = 0; n < 40 && answer.status === 200; n++) answer = await asked();
  expect([answer.status, Number(answer.headers.get("retry-after")) > 0]).toEqual([429, true]);
  expect(await answer.text()).toContain("Wait a while");
});

test("another tenant's rows are in no export", async () => {
  const [{ ctx: theirs }, { context: ours }] = [await testMember(services), await testMember(services)];
  const subject = { type: "tenant", id: theirs.tenantId } as const;
  await theirs.tx((tx) => audit(tx, theirs, { action: "test.act", subject, after: { name: "canary-51c2" } }));
  expect(await (await ask(ours)).text()).not.toContain("canary-51c2");
  expect(await (await ask(ours, `?subject=tenant:${theirs.tenantId}`)).text()).not.toContain("canary-51c2");
});

test("an export of a hundred thousand rows takes no more memory at its end than at its begin", async () => {
  const { ctx, context } = await testMember(services);
  await fillTrail(owner, ctx.tenantId, 100_000);
  const held: number[] = [];
  let lines = 0;
  for await (const chunk of (await ask(context)).body!) {
    for (const byte of chunk) lines += byte === 10 ? 1 : 0;
    if (lines < 20_000 * (held.length + 1)) continue;
    Bun.gc(true);
    const { heapSize, extraMemorySize } = heapStats();
    held.push((heapSize + extraMemorySize) / 1024 ** 2);
  }
  expect(lines).toBe(100_000 + 2);
  expect(held).toHaveLength(5);
  expect(Math.max(...held) - held[0]!).toBeLessThan(5);
}, 180_000);
