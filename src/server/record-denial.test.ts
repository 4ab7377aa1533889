import { expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { auditLogs } from "../../db/schema";
import { eventually } from "../lib/testing-eventually";
import { recordDenial } from "./record-denial";
import { anonymousContext, joinTenant, refusalOf, testMember, testServices } from "./testing";
import { call } from "./testing-expectations";

const { services, owner } = await testServices();
const denialsOf = (memberId: string) =>
  owner
    .select({ action: auditLogs.action, after: auditLogs.after, ip: auditLogs.ip, actorLabel: auditLogs.actorLabel })
    .from(auditLogs)
    .where(eq(auditLogs.subjectId, memberId))
    .orderBy(auditLogs.id);

test("V16.3.2 who is denied something for a role that is too low stands in the log, with what they asked for", async () => {
  const { ctx } = await testMember(services);
  const { context } = await joinTenant(services, ctx.tenantId, "viewer");
  expect(await refusalOf(call(context, "domains.add", { name: "denied.example" }))).toBe("auth.role_too_low");
  const { memberId, email } = context.member!;
  expect(await denialsOf(memberId)).toEqual([
    {
      ...{ action: "access.denied", ip: "127.0.0.1", actorLabel: email },
      after: { procedure: "domains.add", reason: "auth.role_too_low", count: 1 },
    },
  ]);
});

test("asking for what nobody has, or for what is not there, is no denial", async () => {
  const { context } = await testMember(services);
  await refusalOf(call(context, "domains.get", { domainId: Bun.randomUUIDv7() }));
  await refusalOf(call(anonymousContext(services), "auth.me", undefined));
  expect(await denialsOf(context.member!.memberId)).toEqual([]);
});

test("a page of somebody who still has to prove something, and only looks, is no denial; an act is", async () => {
  const { context } = await testMember(services);
  const restricted = { ...context, member: { ...context.member!, isRestricted: true } };
  expect(await refusalOf(call(restricted, "domains.list", {}))).toBe("auth.second_factor_required");
  expect(await denialsOf(context.member!.memberId)).toEqual([]);
  expect(await refusalOf(call(restricted, "domains.add", { name: "a.example" }))).toBe("auth.second_factor_required");
  expect(await denialsOf(context.member!.memberId)).toHaveLength(1);
});

test("a thousand denials within a minute are two rows that count them", async () => {
  const { context } = await testMember(services, "viewer");
  const denial = { procedure: "users.create", reason: "auth.role_too_low" } as const;
  await recordDenial(context, denial, { windowMs: 150 });
  await Promise.all(Array.from({ length: 999 }, () => recordDenial(context, denial, { windowMs: 150 })));
  const { memberId } = context.member!;
  const rows = await eventually(
    () => denialsOf(memberId),
    ({ length }) => length > 1,
  );
  expect(rows.map(({ after }) => (after as { count: number }).count)).toEqual([1, 999]);
});
