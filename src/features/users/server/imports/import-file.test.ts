import { expect, setDefaultTimeout, test } from "bun:test";
import { corpusRows } from "~/lib/testing-corpora";
import type { Context } from "~/server/context";
import { auditedActions, joinTenant, testServices } from "~/server/testing";
import { readCsv, withoutApostrophe } from "~/server/testing-csv";
import { createUser } from "../create-user";
import { gigabyte, password, tenantWithDomain } from "../testing-users";
import { usersFile } from "../users-file";
import { importFile } from "./import-file";
import { importText, linesOf } from "./testing-imports";

setDefaultTimeout(60_000);

const { services, owner } = await testServices();
const { ctx, domainId } = await tenantWithDomain(services, "acme.test");
const names = corpusRows<{ cell: string }>("web/csv-formula.jsonl").map(({ cell }) => cell.trim());
const ask = async (context: Context, runId: string) =>
  (await importFile(new Request(`http://localhost/admin/import.csv?run=${runId}`), "/admin/import.csv", context))!;

test("the result can be taken along: each line with its outcome and its problem, and nothing in it can run", async () => {
  const cells = names.map((name, at) => `u${at}@acme.test,"${name.replaceAll('"', '""')}"`);
  const { runId } = await importText(services, ctx, `address,name\n${cells.join("\n")}\n=cmd@nowhere.test,\n`);
  const { context } = await joinTenant(services, ctx.tenantId, "viewer");
  const rows = await readCsv(owner, await (await ask(context, runId)).text());
  expect(rows.map(([line, , name, outcome]) => [line, withoutApostrophe(name!), outcome])).toEqual([
    ...names.map((name, at) => [String(at + 2), name, "Created"]),
    [String(names.length + 2), "", "Not imported"],
  ]);
  expect(rows.at(-1)![4]).toBe("Address: This is not an address that can be used here.");
  expect(rows.flat().filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
  const german = await readCsv(owner, await (await ask({ ...context, locale: "de" }, runId)).text());
  expect(german[0]![3]).toBe("Angelegt");
  expect((await auditedActions(services, ctx.tenantId)).at(-1)).toBe("import.export");
});

test("another tenant's import has no file, and neither has an address without one", async () => {
  const { runId } = await importText(services, ctx, "address\nana@acme.test\n");
  const { context } = await joinTenant(
    services,
    (await tenantWithDomain(services, "other.test")).ctx.tenantId,
    "owner",
  );
  expect((await ask(context, runId)).ok).toBe(false);
  expect((await ask(context, "nothing")).ok).toBe(false);
});

test("an export of mailbox users comes back as it was: every line is known, and nothing has to change", async () => {
  for (const [at, displayName] of [...names, "'t Hooft", "-1", 'Ana; Ruiz, "A"'].entries())
    await createUser(ctx, { domainId, localPart: `back${at}`, displayName, password, quotaBytes: gigabyte });
  const { context } = await joinTenant(services, ctx.tenantId, "admin");
  const request = new Request("http://localhost/admin/users.csv?search=back");
  const file = await (await usersFile(request, "/admin/users.csv", context))!.text();
  const { runId, lines } = await importText(services, ctx, file, { existing: "change" });
  expect(lines.map(({ state, problems }) => [state, ...problems])).toEqual(lines.map(() => ["skipped"]));
  expect((await linesOf(ctx, runId)).length).toBe(names.length + 3);
});
