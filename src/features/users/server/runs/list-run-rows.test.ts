import { expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { mailUsers } from "../../../../../db/schema";
import { refusalOf, testMember, testServices } from "~/server/testing";
import { ListRunRows, RunRowPage } from "../../schema/runs";
import { tenantWithDomain } from "../testing-users";
import { listRunRows } from "./list-run-rows";
import { begin, insertUsers, workNow } from "./testing-runs";

const { services, owner } = await testServices();
const { ctx, viewer, domainId } = await tenantWithDomain(services, "rows.test");
const ids = await insertUsers(owner, { tenantId: ctx.tenantId, domainId, domain: "rows.test", count: 5 });
const { id: runId } = await begin(ctx, "suspend", ids);
await owner.delete(mailUsers).where(eq(mailUsers.id, ids[3]!));
await workNow(ctx, services, runId);
const list = (asked: object = {}, by = viewer) => listRunRows(by, ListRunRows.parse({ runId, ...asked }));

test("what became of each row is told in the order of the lines, page by page, and by outcome", async () => {
  const page = await list({ limit: 2 });
  expect(RunRowPage.parse(page)).toEqual(page);
  expect(page.rows.map(({ line, state, values }) => [line, state, values])).toEqual([
    [1, "changed", { address: "u00@rows.test" }],
    [2, "changed", { address: "u01@rows.test" }],
  ]);
  expect((await list({ limit: 2, after: page.next })).rows.map(({ line }) => line)).toEqual([3, 4]);
  expect((await list({ state: "failed" })).rows).toMatchObject([{ line: 4, values: { address: "u03@rows.test" } }]);
  expect(await list({ state: "created" })).toEqual({ rows: [] });
});

test("another tenant sees none of it", async () => {
  expect(await refusalOf(list({}, (await testMember(services)).ctx))).toBe("run.not_found");
});
