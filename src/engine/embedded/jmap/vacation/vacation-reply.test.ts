import { afterAll, beforeAll, expect, test } from "bun:test";
import { until } from "../../../../lib/testing-until";
import { startTestEngine, type TestUser } from "../../http/testing";
import { openTestMail } from "../../mail/testing";
import { writeMail } from "../../mail/write-mail";
import type { Delivery } from "../../seams";
import { takeVacationReply } from "./vacation-reply";
import { writeVacationResponse, type VacationResponse } from "./vacation-response";

const away: VacationResponse = {
  isEnabled: true,
  fromDate: "2026-01-01T00:00:00Z",
  toDate: null,
  subject: "Bin im Urlaub – später",
  textBody: "Back soon.",
  htmlBody: null,
};

function open(vacation: Partial<VacationResponse> = {}) {
  const { mail, close } = openTestMail();
  writeMail(mail, "f", (write) => writeVacationResponse(write, { ...away, ...vacation }));
  const account = {
    accountId: "f",
    emailAddress: "ana@acme.test",
    displayName: "Ana",
    addresses: ["ana@acme.test", "sales@acme.test"],
    maxDiskQuota: 0,
  };
  const reply = (headers: Record<string, string>, delivery: Partial<Delivery> = {}) => {
    const all = { "Return-Path": "<bo@ext.test>", From: "bo@ext.test", To: "Ana <ana@acme.test>", ...headers };
    const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
    const raw = Buffer.from(`${lines.join("\r\n")}\r\n\r\nHi`);
    return takeVacationReply(mail, { findAccount: () => account }, { accountId: "f", raw, ...delivery });
  };
  return { mail, reply, close };
}

test("machines, lists, bounces, junk and mail to others are not answered", () => {
  const { reply, close } = open();
  const silent: Record<string, string>[] = [
    { "Return-Path": "<>" },
    { "Return-Path": "<noreply@ext.test>" },
    { "Return-Path": "<list-bounces@ext.test>" },
    { "Return-Path": "<sales@acme.test>" },
    { "Auto-Submitted": "auto-replied" },
    { "List-Id": "<l.ext.test>" },
    { Precedence: "bulk" },
    { To: "everybody@acme.test" },
  ];
  for (const headers of silent) expect([headers, reply(headers)]).toEqual([headers, null]);
  expect(reply({}, { role: "junk" })).toBeNull();
  expect(reply({ To: "x@ext.test", Cc: "Sales@acme.test" })?.recipient).toBe("bo@ext.test");
  close();
});

test("each sender is answered once in a week, and only during the absence", () => {
  const { mail, reply, close } = open();
  expect(reply({})).not.toBeNull();
  expect(reply({})).toBeNull();
  expect(reply({ "Return-Path": "<cy@ext.test>" })).not.toBeNull();
  const { now } = mail;
  mail.now = () => now() + 8 * 24 * 3600 * 1000;
  expect(reply({})).not.toBeNull();
  close();
  for (const vacation of [
    { isEnabled: false },
    { fromDate: "2999-01-01T00:00:00Z" },
    { toDate: "2000-01-01T00:00:00Z" },
  ]) {
    const absent = open(vacation);
    expect(absent.reply({})).toBeNull();
    absent.close();
  }
});

test("the answer says that it is automatic, names what it answers, and cannot be broken by it", () => {
  const { reply, close } = open({ subject: null });
  const raw = String(reply({ "Message-ID": "<m1@ext.test>", Subject: "=?utf-8?q?Hi=0D=0ABcc:_x@ext.test?=" })?.raw);
  const head = raw.split("\r\n\r\n")[0]?.split("\r\n") ?? [];
  expect(head).toContain("Auto-Submitted: auto-replied");
  expect(head).toContain("In-Reply-To: <m1@ext.test>");
  expect(head).toContain("To: bo@ext.test");
  expect(head.filter((line) => /^bcc/i.test(line))).toEqual([]);
  close();
});

let engine: Awaited<ReturnType<typeof startTestEngine>>;
beforeAll(async () => {
  engine = await startTestEngine();
});
afterAll(() => engine.close());

test("who writes to somebody on vacation gets the answer as mail", async () => {
  const [ana, bo]: TestUser[] = [await engine.addUser("ana"), await engine.addUser("bo")];
  if (!ana || !bo) throw new Error("no users");
  const update = { singleton: { isEnabled: true, subject: away.subject, textBody: away.textBody } };
  await ana.call("VacationResponse/set", { accountId: ana.accountId, update });
  const { list } = await bo.call("Identity/get", { accountId: bo.accountId });
  const identityId = (list as { id: string }[])[0]?.id;
  const message = {
    mailboxIds: { d: true },
    from: [{ email: bo.address }],
    to: [{ email: ana.address }],
    subject: "Hello",
  };
  await bo.batch(
    ["Email/set", { accountId: bo.accountId, create: { m: message } }],
    ["EmailSubmission/set", { accountId: bo.accountId, create: { s: { identityId, emailId: "#m" } } }],
  );
  const ids = await until(async () => {
    const found = await bo.call("Email/query", { accountId: bo.accountId, filter: { inMailbox: "a" } });
    return (found.ids as string[]).length > 0 && (found.ids as string[]);
  });
  const { list: mail } = await bo.call("Email/get", {
    accountId: bo.accountId,
    ids,
    properties: ["subject", "from", "preview"],
  });
  expect(mail).toMatchObject([{ subject: away.subject, from: [{ email: ana.address }], preview: "Back soon." }]);
}, 30_000);
