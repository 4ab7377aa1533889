import { beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import { type Expectation, nobodysIds } from "../expectations/testing-expectation";
import { testServices } from "../testing";
import { answerOf, call, expectations, procedures } from "../testing-expectations";
import { canary, type TestTenant, tenantWithEverything } from "./testing-two-tenants";

setDefaultTimeout(120_000);

const world = await testServices();
const both = { ...world, services: { ...world.services, rateLimit: async () => {} } };
/** Each procedure that answers once and asks who is signed in. */
const rows = Object.entries(expectations).filter(
  ([path, { who }]) => who !== "anyone" && procedures[path]?._def.type !== "subscription",
);

let ours: TestTenant;
let theirs: TestTenant;
beforeAll(async () => {
  [ours, theirs] = [
    await tenantWithEverything(both, "ours.test"),
    await tenantWithEverything(both, "theirs.test", canary),
  ];
});
const asOurs = ({ who }: Expectation) => (who === "mailbox" ? ours.mail : ours.owner);
/** What differs between any two calls, whoever they ask for. */
const withoutOwnTexts = (answer: string) =>
  answer
    .replace(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "<id>")
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, "<instant>")
    .replace(/app_[a-z2-7]{20,}/g, "<secret>");

test("V8.4.1 another tenant's ids get the same answer as ids that nobody has", async () => {
  const seen: Record<string, string> = {};
  const expected: Record<string, string> = {};
  for (const [path, row] of rows) {
    if (!row.input || row.idsAreLocal) continue;
    seen[path] = withoutOwnTexts(await answerOf(asOurs(row), path, row.input(theirs.ids)));
    expected[path] = withoutOwnTexts(await answerOf(asOurs(row), path, row.input(nobodysIds())));
  }
  expect(seen).toEqual(expected);
});

test("V8.4.1 nothing of another tenant shows in any answer, and nothing of it was changed", async () => {
  const before = await rowsOf(theirs.ids.tenantId);
  for (const [path, row] of rows) {
    const seen = await answerOf(asOurs(row), path, row.input?.(theirs.ids));
    expect([path, seen.includes(canary), seen.includes("theirs.test")]).toEqual([path, false, false]);
  }
  expect(await rowsOf(theirs.ids.tenantId)).toEqual(before);
  expect(await answerOf(theirs.mail, "webmail.thread", { threadId: theirs.ids.threadId })).toContain(canary);
  expect(await call(theirs.owner, "users.get", { userId: theirs.ids.userId })).toMatchObject({ state: "active" });
});

/** Everything that the database holds for a tenant, as text. */
async function rowsOf(tenantId: string): Promise<Record<string, string[]>> {
  const { client } = world.owner;
  const tables = await client<{ name: string }[]>`
    select table_name as name from information_schema.columns
    where table_schema = 'public' and column_name = 'tenant_id' order by 1`;
  const found: Record<string, string[]> = {};
  for (const { name } of tables) {
    const rows = await client<{ row: string }[]>`
      select to_jsonb(t)::text as row from ${client(name)} t where tenant_id = ${tenantId} order by 1`;
    found[name] = rows.map(({ row }) => row);
  }
  return found;
}
