import { expect, setDefaultTimeout, test } from "bun:test";
import { eq } from "drizzle-orm";
import { addDomain } from "~/features/domains/server/add-domain";
import { auditedActions, joinTenant, refusalOf, testServices } from "~/server/testing";
import { mailUsers, runRows, tenants } from "../../../../../db/schema";
import { createUser } from "../create-user";
import { removeUser } from "../remove-user";
import { gigabyte, password, tenantWithDomain } from "../testing-users";
import { checkText, countRows, linesOf } from "./testing-imports";

setDefaultTimeout(60_000);

const { services, owner } = await testServices();
const { ctx, admin, viewer, domainId } = await tenantWithDomain(services, "acme.test");
const other = await tenantWithDomain(services, "other.test");
const bcrypt = "$2b$10$abcdefghijklmnopqrstuuKf0sNJ0pQ7Zr9R1n0c2mYlq3xVwD1C6";

const problemsOf = async (text: string, more: object = {}) =>
  (await linesOf(ctx, (await checkText(ctx, text, more)).runId)).map(({ line, state, problems }) =>
    [line, state, ...problems].join(" "),
  );

test("a dry run says what would be done and does nothing", async () => {
  const before = await owner.select({ id: mailUsers.id }).from(mailUsers);
  const { wanted, total } = await checkText(ctx, "address,name,quota\nana@acme.test,Ana,5 GB\nbo@acme.test,Bo,\n");
  expect({ wanted, total }).toEqual({ wanted: { create: 2, change: 0, skip: 0, refuse: 0 }, total: 2 });
  expect(await owner.select({ id: mailUsers.id }).from(mailUsers)).toEqual(before);
  expect((await auditedActions(services, ctx.tenantId)).at(-1)).toBe("import.check");
});

test("each problem of a line is said with its line and its column", async () => {
  const { id } = await createUser(ctx, {
    domainId,
    localPart: "gone",
    displayName: "",
    password,
    quotaBytes: gigabyte,
  });
  await removeUser(ctx, { userId: id });
  await addDomain(ctx, { name: "waiting.test" });
  const head = "address,name,quota,aliases,password_hash,recovery email,status\n";
  const lines = [
    "no address@acme.test,,,,,,",
    ",Nobody,,,,,",
    "eve@nowhere.test,,,,,,",
    "eve@other.test,,,,,,",
    "eve@waiting.test,,,,,,",
    "gone@acme.test,,,,,,",
    "one@acme.test,,much,,,,",
    "one@acme.test,,1 MB,,,,",
    "two@acme.test,,,x@other.test,,,",
    "three@acme.test,,,,hunter2,,",
    "four@acme.test,,,,,four@acme.test,",
    "five@acme.test,,,,,,perhaps",
    "six@acme.test,,,,,,",
    "six@acme.test,,,,,,",
    "seven@acme.test,,,six@acme.test,,,",
    `eight@acme.test,,,,${bcrypt},,`,
  ];
  expect(await problemsOf(head + lines.join("\n"))).toEqual([
    "2 failed address: address_invalid",
    "3 failed address: address_missing",
    "4 failed address: domain_unknown",
    "5 failed address: domain_unknown",
    "6 failed address: domain_not_active",
    "7 failed address: address_resting",
    "8 failed quota: quota_invalid",
    "9 failed quota: quota_range address: address_twice",
    "10 failed aliases: alias_domain",
    "11 failed passwordHash: hash_refused",
    "12 failed recoveryEmail: recovery_inside",
    "13 failed state: state_unknown",
    "14 waiting",
    "15 failed address: address_twice",
    "16 failed aliases: alias_twice",
    "17 waiting",
  ]);
});

test("lines beyond the seats or the storage of the plan are told so, and the first ones get what is left", async () => {
  const { ctx: small } = await tenantWithDomain(services, "small.test");
  const plan = (limits: object) => owner.update(tenants).set(limits).where(eq(tenants.id, small.tenantId));
  const three = "address,quota\na@small.test,1 GB\nb@small.test,2 GB\nc@small.test,1 GB\n";
  const check = async () => (await linesOf(small, (await checkText(small, three)).runId)).map((l) => l.problems.join());
  await plan({ maxMailUsers: 2 });
  expect(await check()).toEqual(["", "", "address: limit_users"]);
  await plan({ maxMailUsers: 10, maxStorageBytes: 2 * gigabyte });
  expect(await check()).toEqual(["", "quota: limit_storage", ""]);
});

test("who looks after some domains can bring users to those only", async () => {
  const { ctx: held } = await joinTenant(services, ctx.tenantId, "domain_admin", []);
  const { runId } = await checkText(held, "address\nana@acme.test\n");
  expect((await linesOf(held, runId)).map(({ problems }) => problems.join())).toEqual(["address: domain_unknown"]);
  expect(await refusalOf(checkText(held, "address\nana\n", { domainId }))).toBe("domain.not_found");
});

test("names without a domain get the one that was chosen", async () => {
  const { runId } = await checkText(admin, "user,name\nana,Ana\n", { domainId });
  const [row] = await admin.tx((tx) => tx.select().from(runRows).where(eq(runRows.runId, runId)));
  expect(row?.values["address"]).toBe("ana@acme.test");
});

test("whoever may only look cannot check a file, and another tenant learns nothing of mine", async () => {
  expect(await refusalOf(checkText(viewer, "address\nana@acme.test\n"))).toBe("auth.role_too_low");
  const before = await countRows(other.ctx);
  await checkText(ctx, "address\nana@acme.test\n");
  expect(await countRows(other.ctx)).toBe(before);
});

test("a file that is none is refused with a reason", async () => {
  expect(await refusalOf(checkText(ctx, 'address\n"never closed\n'))).toBe("import.unreadable");
  expect(await refusalOf(checkText(ctx, "\n \n\n"))).toBe("import.empty");
  expect(await refusalOf(checkText(ctx, "address,name\n"))).toBe("import.empty");
  expect(await refusalOf(checkText(ctx, "name,colour\nAna,red\n"))).toBe("import.no_address");
  const many = `address\n${Array.from({ length: 10_001 }, (_, at) => `u${at}@acme.test`).join("\n")}`;
  expect(await refusalOf(checkText(ctx, many))).toBe("import.too_long");
});

test("hashes of passwords are kept for the import alone: of lines that cannot be imported not at all", async () => {
  const { runId } = await checkText(ctx, `address,hash\nnew@acme.test,${bcrypt}\nnew@nowhere.test,${bcrypt}\n`);
  const rows = await ctx.tx((tx) => tx.select().from(runRows).where(eq(runRows.runId, runId)).orderBy(runRows.line));
  expect(rows.map(({ values }) => values["passwordHash"])).toEqual([bcrypt, undefined]);
});
