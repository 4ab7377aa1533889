import { expect, test } from "bun:test";
import { AuditFilter } from "../../schema/audit";
import { fromCursor } from "../../server/audit/trail-cursor";
import { isFiltered, queryOf, viewOf } from "./audit-view";

const view = {
  text: "ana",
  actor: "member:1",
  action: "user",
  subject: "mail_user:2",
  from: "2026-01-01T00:00:00.000Z",
};

test("a filtered log can be shared by its address", () => {
  expect(viewOf(Object.fromEntries(new URLSearchParams(queryOf(view))))).toEqual({
    ...view,
    to: undefined,
    after: undefined,
  });
  expect(queryOf({})).toBe("");
  expect([isFiltered(view), isFiltered({ after: "x" })]).toEqual([true, false]);
});

test("whatever an address says, the server is asked for nothing that it refuses", () => {
  for (const value of [
    "x",
    "%",
    "a b",
    "'--",
    "member:",
    "Domain.add",
    "2026-99-99",
    ["a"],
    "x".repeat(500),
    "a..b",
    `${Bun.randomUUIDv7()} 12`,
  ]) {
    const asked = { q: value, actor: value, action: value, subject: value, from: value, to: value, after: value };
    const { after, ...filter } = viewOf(asked);
    if (after) expect(() => fromCursor(after)).not.toThrow();
    expect([value, AuditFilter.safeParse(filter).success]).toEqual([value, true]);
  }
});
