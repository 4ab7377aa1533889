import { expect, test } from "bun:test";
import { dropReason } from "./drop-reason";
import { splitMessage } from "./header-fields";

const reasonOf = (...fields: string[]) =>
  dropReason(splitMessage(Buffer.from(["From: bo@ext.test", ...fields, "", "Hi", ""].join("\r\n"))), "team@acme.test");

test.each([
  ["X-Loop: team@acme.test", "loop"],
  ['List-Id: "Team" <team.acme.test>', "loop"],
  ["List-Id: <other.acme.test>", null],
  ["X-Loop: other@acme.test", null],
  ["Return-Path: <>", "bounce"],
  ["Return-Path: <bo@ext.test>", null],
  ['Content-Type: multipart/report;\r\n report-type="delivery-status"; boundary=x', "bounce"],
  ["Auto-Submitted: auto-replied (vacation)", "auto_reply"],
  ["Auto-Submitted: auto-generated", null],
  ["Auto-Submitted: no", null],
  ["Precedence: auto_reply", "auto_reply"],
  ["Precedence: bulk", null],
  ["X-Autoreply: yes", "auto_reply"],
])("a message with %p is left out for the right reason", (field, reason) => {
  expect(reasonOf(field)).toBe(reason as ReturnType<typeof reasonOf>);
});
