import { beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import { readFileSync } from "node:fs";
import { eq, sql } from "drizzle-orm";
import { withLoopback } from "~/features/auth/server/webhooks/testing-webhooks-services";
import { auditLogs } from "../../../db/schema";
import { testServices } from "../testing";
import { answerOf, call, procedures } from "../testing-expectations";
import { accessActs } from "./testing-access-acts";
import { accountActs } from "./testing-account-acts";
import type { Act, Acts } from "./testing-act";
import { addressActs } from "./testing-address-acts";
import { composingActs } from "./testing-composing-acts";
import { connectActs } from "./testing-connect-acts";
import { domainActs } from "./testing-domain-acts";
import { draftsActs } from "./testing-drafts-acts";
import { guardActs } from "./testing-guard-acts";
import { groupActs } from "./testing-group-acts";
import { handlingActs } from "./testing-handling-acts";
import { limitActs } from "./testing-limit-acts";
import { importActs } from "./testing-import-acts";
import { mailActs } from "./testing-mail-acts";
import { mailSecurityActs } from "./testing-mail-security-acts";
import { outboxActs } from "./testing-outbox-acts";
import { readingActs } from "./testing-reading-acts";
import { runActs } from "./testing-run-acts";
import { traceActs } from "./testing-trace-acts";
import { usageActs } from "./testing-usage-acts";
import { tenantActs } from "./testing-tenant-acts";

setDefaultTimeout(60_000);

const { services: real, owner, logged } = await testServices();
const world = { services: { ...withLoopback(real), rateLimit: async () => {} }, owner };
const acts: Acts = {
  ...accessActs,
  ...mailSecurityActs,
  ...accountActs,
  ...tenantActs,
  ...mailActs,
  ...outboxActs,
  ...readingActs,
  ...handlingActs,
  ...composingActs,
  ...draftsActs,
  ...domainActs,
  ...connectActs,
  ...addressActs,
  ...guardActs,
  ...limitActs,
  ...runActs,
  ...importActs,
  ...usageActs,
  ...groupActs,
  ...traceActs,
};
const tried = Object.entries(acts).filter(
  (entry): entry is [string, Extract<Act, { call: unknown }>] => "call" in entry[1],
);

/** A request of its own, so that what made it ready is not counted. */
async function asked(act: Extract<Act, { call: unknown }>) {
  const { context, input } = await act.call(world);
  return { context: { ...context, requestId: Bun.randomUUIDv7() }, input };
}

const rowsOf = (requestId: string) =>
  owner.select().from(auditLogs).where(eq(auditLogs.requestId, requestId)).orderBy(auditLogs.id);

/** From now on the commit of whatever wrote an audit row of these requests fails, at the last moment at which it can. */
beforeAll(async () => {
  await owner.execute(sql`create table refused_requests (id text primary key)`);
  await owner.execute(sql`create function refuse_request() returns trigger language plpgsql security definer as $$ begin
    if exists (select 1 from refused_requests where id = new.request_id) then raise exception 'refused by the test'; end if;
    return null; end $$`);
  await owner.execute(sql`create constraint trigger refuse after insert on audit_logs deferrable initially deferred
    for each row execute function refuse_request()`);
});

/** What the database holds, a fingerprint for each table. */
async function fingerprints(): Promise<Record<string, string>> {
  const tables = await owner.execute<{ name: string }>(sql`select table_name as name from information_schema.tables
    where table_schema = 'public' and table_name <> 'refused_requests' order by 1`);
  const found: Record<string, string> = {};
  for (const { name } of tables) {
    const [row] = await owner.execute<{ print: string }>(
      sql`select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as print from ${sql.identifier(name)} t`,
    );
    found[name] = row!.print;
  }
  return found;
}

test("V16.3.3 of every mutation it is said what the log says of it", () => {
  const mutations = Object.keys(procedures).filter((path) => procedures[path]!._def.type === "mutation");
  expect(Object.keys(acts).toSorted()).toEqual(mutations.toSorted());
});

/** Texts under names that say that nobody else may read them. */
const secretsIn = (value: unknown, name = ""): string[] => {
  if (typeof value === "string")
    return value.length > 7 && /password|secret|code|^token$|signature/i.test(name) ? [value] : [];
  if (typeof value !== "object" || value === null) return [];
  const isList = Array.isArray(value);
  return Object.entries(value).flatMap(([inner, part]) => secretsIn(part, isList ? name : inner));
};
const secrets: string[] = [];

/** What is written before the act itself: a message is sent once, within the plan, and no proof of a factor counts twice. */
const leftBy: Record<string, string[]> = {
  "webmail.send": ["rate_limits", "submissions"],
  "webmail.outbox.cancel": ["submissions"],
  "webmail.outbox.reschedule": ["submissions"],
  "auth.signInSecondFactor": ["idempotency_keys", "recovery_codes"],
  "webmail.security.signInCode": ["idempotency_keys", "mailbox_recovery_codes"],
  "auth.signInPasskey": ["idempotency_keys", "passkeys"],
  "auth.security.stepUpPasskey": ["idempotency_keys", "passkeys"],
};

for (const [path, act] of tried) {
  test(`V16.3.3 ${path} writes ${act.audits.join(" and ")}, with who, what and from where`, async () => {
    const { context, input } = await asked(act);
    const answer = await call(context, path, input);
    secrets.push(...secretsIn(input), ...secretsIn(answer));
    const rows = await rowsOf(context.requestId);
    expect(rows.map(({ action }) => action).toSorted()).toEqual([...act.audits].toSorted());
    for (const row of rows) {
      expect(row.actor).toMatch(/^(?:member|token|mailbox|job):.+/);
      expect([row.actorLabel === "", row.subjectId === "", row.ip]).toEqual([false, false, context.ip]);
    }
  });

  test(`${path} changes nothing when its row cannot be written`, async () => {
    const { context, input } = await asked(act);
    const before = await fingerprints();
    await owner.execute(sql`insert into refused_requests values (${context.requestId})`);
    expect(await answerOf(context, path, input)).toMatch(/^(?:error|failure)/);
    const after = await fingerprints();
    expect(Object.keys(after).filter((table) => after[table] !== before[table])).toEqual(leftBy[path] ?? []);
    expect(await rowsOf(context.requestId)).toEqual([]);
  });
}

test("V16.2.5 no password, secret, code or token that went through a mutation stands in the audit log or in the server's own", async () => {
  expect(secrets.length).toBeGreaterThan(15);
  const [row] = await owner.execute<{ text: string }>(
    sql`select string_agg(to_jsonb(l)::text, '') as text from audit_logs l`,
  );
  for (const said of [row!.text, logged.join("")])
    expect([...new Set(secrets)].filter((secret) => said.includes(secret))).toEqual([]);
});

test("what is tried elsewhere is tried there: the test names the action", () => {
  const missing = Object.entries(acts).flatMap(([path, act]) => {
    if (!("provenBy" in act)) return [];
    const text = readFileSync(act.provenBy, "utf8");
    return act.audits
      .filter((action) => !text.includes(action))
      .map((action) => `${path}: ${action} in ${act.provenBy}`);
  });
  expect(missing).toEqual([]);
});
