import { expect, test } from "bun:test";
import type { Role } from "../../schema";
import { actsOn } from "./acts-on";

const member = (role: Role, more: { isYou?: boolean; isConfirmed?: boolean } = {}) => ({
  ...{ id: "1", email: "a@b.example", name: "", role, domainIds: null, createdAt: "2026-01-01T00:00:00Z" },
  ...{ isYou: false, isConfirmed: true, ...more },
});

test.each([
  ["owner", member("owner"), ["changeRole", "remove"]],
  ["owner", member("viewer"), ["changeRole", "makeOwner", "remove"]],
  ["owner", member("viewer", { isConfirmed: false }), ["changeRole", "remove"]],
  ["owner", member("owner", { isYou: true }), ["changeRole", "leave"]],
  ["admin", member("owner"), []],
  ["admin", member("admin"), ["changeRole", "remove"]],
  ["admin", member("admin", { isYou: true }), ["changeRole", "leave"]],
  ["viewer", member("admin"), []],
  ["viewer", member("viewer", { isYou: true }), ["leave"]],
] as const)("the menu offers to %s what the server would let them do", (own, other, acts) => {
  expect(actsOn(other, own)).toEqual([...acts]);
});
