import { expect, test } from "bun:test";
import { auditedActions, testMember, testServices } from "~/server/testing";
import type { Context } from "~/server/context";
import { readCsv } from "~/server/testing-csv";
import { activeDomain } from "~/features/domains/server/testing-domains";
import { begin, insertUsers, workNow } from "../runs/testing-runs";
import { bulkFile } from "./bulk-file";

const { services, owner } = await testServices();
const { ctx, context } = await testMember(services);
const { id: domainId } = await activeDomain(services, ctx, "result.test");
const ids = await insertUsers(owner, { tenantId: ctx.tenantId, domainId, domain: "result.test", count: 2 });
const ask = async (by: Context, run: string) =>
  (await bulkFile(new Request(`http://localhost/admin/bulk.csv?run=${run}`), "/admin/bulk.csv", by))!;

test("what became of everybody can be taken along as a file, and that is written down", async () => {
  const { id } = await begin(ctx, "suspend", ids);
  await workNow(ctx, services, id);
  const rows = await readCsv(owner, await (await ask(context, id)).text());
  expect(rows.map((row) => row.slice(0, 4))).toEqual([
    ["1", "u00@result.test", "changed", ""],
    ["2", "u01@result.test", "changed", ""],
  ]);
  expect((await auditedActions(services, ctx.tenantId)).at(-1)).toBe("user.run_export");
  expect((await ask((await testMember(services)).context, id)).status).toBe(403);
});
