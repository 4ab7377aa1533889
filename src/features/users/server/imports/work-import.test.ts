import { expect, setDefaultTimeout, test } from "bun:test";
import { eq, like } from "drizzle-orm";
import { readNotice } from "~/server/notices/read-notice";
import { auditedActions, refusalOf, testServices } from "~/server/testing";
import { addresses, aliases, mailUsers, notices, runRows, runs } from "../../../../../db/schema";
import { findMailboxLink } from "../access/mailbox-link";
import { createUser } from "../create-user";
import { signInMailbox } from "~/features/webmail/server/sign-in-mailbox";
import { testBrowser } from "~/server/testing-browser";
import { cancelRun } from "../runs/cancel-run";
import { workChunk } from "../runs/work-chunk";
import { workRun } from "../runs/work-run";
import { applyNow, gigabyte, password, tenantWithDomain } from "../testing-users";
import { startImport } from "./start-import";
import { checkText, importText, linesOf } from "./testing-imports";

setDefaultTimeout(60_000);

const { services, owner } = await testServices();
const { ctx, domainId } = await tenantWithDomain(services, "acme.test");
const bcrypt = "$2b$10$abcdefghijklmnopqrstuuKf0sNJ0pQ7Zr9R1n0c2mYlq3xVwD1C6";
const userAt = async (address: string) =>
  (await owner.select().from(mailUsers).where(eq(mailUsers.address, address)))[0];
const states = (lines: { state: string }[]) => lines.map(({ state }) => state);

test("an import makes the users as the file says, and the mail server gets them", async () => {
  const file = [
    "E-Mail-Adresse;Vorname;Nachname;Speicher;Aliasse;Passwort-Hash;Wiederherstellungsadresse;Gesperrt",
    `Ana@ACME.test;Ana;Ruiz;2 GB;"info@acme.test, hallo@acme.test";${bcrypt};ana@home.example;nein`,
    "bo@acme.test;Bo;Lind;;;;;ja",
  ].join("\r\n");
  const { lines } = await importText(services, ctx, file, { quotaBytes: 3 * gigabyte });
  expect(states(lines)).toEqual(["created", "created"]);
  expect(await userAt("ana@acme.test")).toMatchObject({
    ...{ displayName: "Ana Ruiz", quotaBytes: 2 * gigabyte, passwordHash: bcrypt, recoveryEmail: "ana@home.example" },
    ...{ state: "active", passwordSetAt: expect.any(Date), recoveryConfirmedAt: null },
  });
  const bo = (await userAt("bo@acme.test"))!;
  expect(bo).toMatchObject({ state: "suspended", maySignIn: false, maySend: false, mayReceive: true });
  expect([bo.quotaBytes, bo.passwordSetAt]).toEqual([3 * gigabyte, null]);
  const named = await owner.select().from(aliases).where(eq(aliases.isRole, false));
  expect(named.map(({ address }) => address).toSorted()).toEqual(["hallo@acme.test", "info@acme.test"]);
  await applyNow(services, ctx, bo.id);
  expect(await services.engine.directory.accounts.find("bo@acme.test")).toMatchObject({ displayName: "Bo Lind" });
  expect((await auditedActions(services, ctx.tenantId)).filter((action) => action === "user.create")).toHaveLength(2);
});

test("who comes with a recovery address and no password is mailed the link for one, and who comes with a password is not", async () => {
  const file = `address,recovery,hash\nkim@acme.test,kim@home.example,\nlea@acme.test,lea@home.example,${bcrypt}\nmax@acme.test,,\n`;
  await importText(services, { ...ctx, locale: "de" } as typeof ctx, file);
  const sent = await owner.select().from(notices).where(eq(notices.kind, "mailbox_invite"));
  expect(sent.map(({ recipient, locale }) => [recipient, locale])).toEqual([["kim@home.example", "de"]]);
  const { link } = readNotice(services, sent[0]!);
  const found = await findMailboxLink(services, link!.split("#")[1]!);
  expect(found).toMatchObject({ mailUserId: (await userAt("kim@acme.test"))!.id, kind: "invite" });
});

test("the same file once more changes nothing and doubles nobody", async () => {
  const file = "address,name\ncara@acme.test,Cara\ndan@acme.test,Dan\n";
  await importText(services, ctx, file);
  const before = await owner.select().from(mailUsers).orderBy(mailUsers.id);
  for (const existing of ["skip", "change"])
    expect(states((await importText(services, ctx, file, { existing })).lines)).toEqual(["skipped", "skipped"]);
  expect(await owner.select().from(mailUsers).orderBy(mailUsers.id)).toEqual(before);
});

test("an address that is there is changed when that is wished, but its password never is", async () => {
  const input = { domainId, localPart: "eve", displayName: "Eve", password, quotaBytes: gigabyte };
  const { id } = await createUser(ctx, input);
  const before = (await userAt("eve@acme.test"))!;
  const file = `address,name,quota,aliases,hash,status\neve@acme.test,Eva,2 GB,eva@acme.test,${bcrypt},suspended\n`;
  expect(states((await importText(services, ctx, file)).lines)).toEqual(["skipped"]);
  expect(await userAt("eve@acme.test")).toEqual(before);
  expect(states((await importText(services, ctx, file, { existing: "change" })).lines)).toEqual(["changed"]);
  expect(await userAt("eve@acme.test")).toMatchObject({
    ...{ id, displayName: "Eva", quotaBytes: 2 * gigabyte, passwordHash: before.passwordHash, state: "suspended" },
    ...{ maySignIn: false, maySend: false, revision: before.revision + 1 },
  });
  expect(await owner.select().from(aliases).where(eq(aliases.mailUserId, id))).toMatchObject([
    { address: "eva@acme.test" },
  ]);
  expect((await auditedActions(services, ctx.tenantId)).slice(-2)).toEqual(["user.update", "user.suspend"]);
});

test("an address that somebody took after the dry run fails its line alone, with the reason", async () => {
  const { runId } = await checkText(ctx, "address\nfay@acme.test\ngil@acme.test\nhal@acme.test\n");
  await createUser(ctx, { domainId, localPart: "gil", displayName: "", password, quotaBytes: gigabyte });
  const foreign = await tenantWithDomain(services, "foreign.test");
  const held = { tenantId: foreign.ctx.tenantId, holder: "group" as const, holderId: Bun.randomUUIDv7() };
  await owner.insert(addresses).values({ ...held, address: "hal@acme.test" });
  await startImport(ctx, { runId });
  await workRun(services, { tenantId: ctx.tenantId, runId });
  expect(await linesOf(ctx, runId)).toEqual([
    { line: 2, state: "created", problems: [] },
    { line: 3, state: "skipped", problems: [] },
    { line: 4, state: "failed", problems: ["address: address_taken"] },
  ]);
});

test("a cancelled import stops after the lines it is at, and says what it has done", async () => {
  const file = `address\n${Array.from({ length: 600 }, (_, at) => `many${at}@acme.test`).join("\n")}`;
  const { runId } = await checkText(ctx, file, { quotaBytes: 10 * 1024 ** 2 });
  await owner.execute("update tenants set max_mail_users = 100000");
  const again = await checkText(ctx, file, { quotaBytes: 10 * 1024 ** 2 });
  await startImport(ctx, { runId: again.runId });
  await workChunk(services, { tenantId: ctx.tenantId, runId: again.runId });
  await cancelRun(ctx, { runId: again.runId });
  await workRun(services, { tenantId: ctx.tenantId, runId: again.runId });
  const [run] = await owner.select().from(runs).where(eq(runs.id, again.runId));
  expect(run).toMatchObject({ state: "cancelled", total: 600, done: 500 });
  expect(await owner.$count(mailUsers, like(mailUsers.address, "many%"))).toBe(500);
  expect(await refusalOf(startImport(ctx, { runId: again.runId }))).toBe("import.begun");
  expect(runId).not.toBe(again.runId);
});

test("once a line is over with, or given up, no hash of a password is left of it", async () => {
  const { runId } = await importText(services, ctx, `address,hash\njon@acme.test,${bcrypt}\n`);
  const given = await checkText(ctx, `address,hash\nkay@acme.test,${bcrypt}\n`);
  await cancelRun(ctx, { runId: given.runId });
  for (const id of [runId, given.runId])
    expect(JSON.stringify(await owner.select().from(runRows).where(eq(runRows.runId, id)))).not.toContain(bcrypt);
});

test("who had a password where the mailbox was before signs in with it", async () => {
  const known = await Bun.password.hash("a long walk at noon", { algorithm: "bcrypt", cost: 4 });
  await importText(services, ctx, `address,hash\nnia@acme.test,${known}\n`);
  await applyNow(services, ctx, (await userAt("nia@acme.test"))!.id);
  const browser = testBrowser(services);
  const signIn = (password: string) =>
    refusalOf(browser.visit((context) => signInMailbox(context, { address: "nia@acme.test", password })));
  expect([await signIn("a long walk at dawn"), await signIn("a long walk at noon")]).toEqual([
    ...["auth.wrong_credentials", "none"],
  ]);
});
