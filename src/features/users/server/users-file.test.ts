import { expect, test } from "bun:test";
import { corpusRows } from "~/lib/testing-corpora";
import { auditedActions, joinTenant, testServices } from "~/server/testing";
import type { Context } from "~/server/context";
import { readCsv, withoutApostrophe } from "~/server/testing-csv";
import { createUser } from "./create-user";
import { password, tenantWithDomain } from "./testing-users";
import { usersFile } from "./users-file";

const { services, owner } = await testServices();
const { ctx, domainId } = await tenantWithDomain(services, "export.test");
const ask = async (context: Context, query = "") =>
  (await usersFile(new Request(`http://localhost/admin/users.csv${query}`), "/admin/users.csv", context))!;
const quotaBytes = 1024 ** 3;
const names = corpusRows<{ cell: string }>("web/csv-formula.jsonl").map(({ cell }) => cell.trim());

test("V1.2.10 mailbox users can be taken along as a file in which no name of theirs can run", async () => {
  for (const [at, displayName] of names.entries())
    await createUser(ctx, { domainId, localPart: `user${at}`, displayName, password, quotaBytes });
  const { context: admin } = await joinTenant(services, ctx.tenantId, "admin");
  const rows = await readCsv(owner, await (await ask(admin)).text());
  expect(rows.map(([address, name]) => [address, withoutApostrophe(name!)]).toReversed()).toEqual(
    names.map((name, at) => [`user${at}@export.test`, name]),
  );
  expect(rows.flat().filter((cell) => /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/.test(cell))).toEqual([]);
  expect((await auditedActions(services, ctx.tenantId)).at(-1)).toBe("user.export");
});

test("whoever looks after some domains gets the users of those only", async () => {
  const { context } = await joinTenant(services, ctx.tenantId, "domain_admin", []);
  expect(await readCsv(owner, await (await ask(context)).text())).toEqual([]);
  const { context: own } = await joinTenant(services, ctx.tenantId, "domain_admin", [domainId]);
  expect(await readCsv(owner, await (await ask(own, "?search=user1@")).text())).toHaveLength(1);
});
