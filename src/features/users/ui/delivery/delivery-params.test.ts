import { expect, test } from "bun:test";
import { deliveryQueryOf, deliveryViewOf } from "./delivery-params";

const id = "0198d4c0-2b6a-7f10-8a3c-90d1e2f3a4b5";

test("a filtered list can be shared by its address", () => {
  const view = { search: "bo@ext.test", state: "failed", userId: id, from: "2026-11-20T00:00:00.000Z", id } as const;
  const params = Object.fromEntries(new URLSearchParams(deliveryQueryOf(view)));
  expect(deliveryViewOf(params)).toEqual(view);
  expect(deliveryQueryOf({})).toBe("");
});

test("what an address cannot mean is left out", () => {
  const odd = { state: "flying", user: "7", from: "soon", id: "../x", after: "x", other: "y", q: ["a"] };
  expect(deliveryViewOf(odd)).toEqual({});
});
