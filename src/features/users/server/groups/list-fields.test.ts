import { expect, test } from "bun:test";
import { withListFields } from "./list-fields";

const team = { address: "team@acme.test", name: "The team" };
const letter = [
  "Return-Path: <bo@ext.test>",
  "Received: from a by b",
  "DKIM-Signature: v=1; d=ext.test;",
  "\tb=abc",
  "From: Bo <bo@ext.test>",
  "Subject: Grüße",
  "List-Id: <other.list.test>",
  "Bcc: hidden@ext.test",
  "",
  "Hällo\r\n\r\nList-Id: not a field",
  "",
].join("\r\n");

test("the members get a post as it was written, under the group's name", () => {
  const passed = Buffer.from(withListFields(Buffer.from(letter), team)).toString();
  expect(passed.split("\r\n").slice(0, 5)).toEqual([
    'List-Id: "The team" <team.acme.test>',
    "List-Post: <mailto:team@acme.test>",
    "List-Unsubscribe: <mailto:team@acme.test?subject=unsubscribe>",
    "Precedence: list",
    "X-Loop: team@acme.test",
  ]);
  expect(passed).toContain(
    "DKIM-Signature: v=1; d=ext.test;\r\n\tb=abc\r\nFrom: Bo <bo@ext.test>\r\nSubject: Grüße\r\n\r\nHällo",
  );
  for (const gone of ["Return-Path", "Bcc", "other.list.test"]) expect(passed).not.toContain(gone);
  expect(passed).toEndWith("\r\n\r\nList-Id: not a field\r\n");
});

test("a name in another script does not make a field that mail programs cannot read", () => {
  const passed = Buffer.from(withListFields(Buffer.from(letter), { ...team, name: "Команда\r\nX: y" })).toString();
  expect(passed).toStartWith("List-Id: <team.acme.test>\r\n");
});
