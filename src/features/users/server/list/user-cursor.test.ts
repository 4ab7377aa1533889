import { expect, test } from "bun:test";
import { and, sql } from "drizzle-orm";
import { mailUsers } from "../../../../../db/schema";
import { testMember, testServices } from "~/server/testing";
import { SortOrder, UserSort } from "../../schema/user-filter";
import { matchingUsers } from "./matching-users";
import { cursorAt, isBehind } from "./user-cursor";
import { sortOf } from "./user-sorts";

const { services } = await testServices();
const { ctx } = await testMember(services);
const keys = { created: "1790000000000000", address: "ana@x.test", name: "ana", usage: "5000", sign_in: "0" };

/** How the application's own role, which row-level security binds, reads a page behind a cursor. */
async function planOf(sort: UserSort, order: SortOrder, is: "deleted"[] = []): Promise<string> {
  const sorted = sortOf(sort, order, is.length > 0);
  const behind = isBehind(cursorAt(Bun.randomUUIDv7(), keys[sort]), sorted);
  const direction = sql.raw(sorted.order);
  const key = mailUsers[sorted.key];
  return ctx.tx(async (tx) => {
    await tx.execute(
      sql`select set_config('enable_seqscan', 'off', true), set_config('enable_bitmapscan', 'off', true)`,
    );
    const lines = await tx.execute<{ "QUERY PLAN": string }>(sql`explain (costs off) select * from ${mailUsers}
      where ${and(matchingUsers(ctx, { is }), behind)} order by ${key} ${direction}, ${mailUsers.id} ${direction} limit 51`);
    return lines.map((line) => line["QUERY PLAN"]).join("\n");
  });
}

test.each(UserSort.options.flatMap((sort) => SortOrder.options.map((order) => [sort, order] as const)))(
  "a page in the middle by %s, %s, begins in an index at its place, and sorts nothing",
  async (sort, order) => {
    const plan = await planOf(sort, order);
    expect(plan).toMatch(/Index Scan.* using mail_users_by_/);
    expect(plan).toMatch(/Index Cond: .*ROW\(\w+, id\) [<>] ROW\(/);
    expect(plan).not.toContain("Sort");
  },
);

test("so does a page of those who were deleted", async () => {
  const plan = await planOf("created", "desc", ["deleted"]);
  expect(plan).toMatch(/Index Scan.* using mail_users_bin/);
  expect(plan).toMatch(/Index Cond: .*ROW\(deleted_at, id\) < ROW\(/);
});
