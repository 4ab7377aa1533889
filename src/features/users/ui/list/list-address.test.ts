import { expect, test } from "bun:test";
import { addressParams, exportLink, listLink, readAddress, sortLink } from "./list-address";

const at = (query: string) => readAddress(Object.fromEntries(new URLSearchParams(query)));

test("what a list shows stands in its address, and comes back from it", () => {
  const read = at("q=ana&domain=d&is=suspended,failed&inactive=90&sort=usage&order=asc&after=x");
  expect(read).toEqual({
    ...{ search: "ana", domainId: "d", is: ["suspended", "failed"], inactiveDays: 90 },
    ...{ sort: "usage", order: "asc", after: "x" },
  });
  expect(readAddress(addressParams(read))).toEqual(read);
});

test("what nobody knows in an address is left out", () => {
  expect(at("is=evil,active&sort=evil&order=up&inactive=-1")).toEqual({
    ...{ is: ["active"], sort: "created", order: undefined, inactiveDays: undefined },
    ...{ search: undefined, domainId: undefined, after: undefined },
  });
});

test("a second press on the head of a column turns the order, and every change begins at the first page", () => {
  expect(sortLink(at("after=x"), "address")).toBe("/admin/users?sort=address");
  expect(sortLink(at("sort=address&after=x"), "address")).toBe("/admin/users?sort=address&order=desc");
  expect(sortLink(at("sort=address&order=desc"), "address")).toBe("/admin/users?sort=address");
  expect(listLink(at("q=a&after=x"), { is: ["paused"] })).toBe("/admin/users?q=a&is=paused");
  expect(exportLink(at("q=a&is=paused,failed&sort=name"))).toBe("/admin/users.csv?search=a&is=paused%2Cfailed");
});
