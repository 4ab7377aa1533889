import { expect, test } from "bun:test";
import { readView, viewSuffix, windowOf, writeView } from "./list-view";

const normal = (search: string) => writeView(readView(search));

test("an address names filter, label and order in any sequence, and what it does not know is not there", () => {
  expect(normal("?sort=from&q=tea&filter=unread")).toBe("filter=unread&sort=from");
  expect(normal("?filter=none&sort=newest&label=")).toBe("");
  expect(normal("?label=travel_2026&filter=files")).toBe("filter=files&label=travel_2026");
  expect(normal("?label=a%20b%22")).toBe("");
});

test("the server is asked for what the address says", () => {
  expect(windowOf("")).toEqual({});
  expect(windowOf("filter=unread&label=travel&sort=size")).toEqual({
    filter: { unread: true, label: "travel" },
    sort: { by: "size", ascending: false },
  });
  expect(windowOf("sort=oldest")).toEqual({ sort: { by: "received", ascending: true } });
});

test("the plain list has a plain address", () => {
  expect([viewSuffix(""), viewSuffix("filter=unread")]).toEqual(["", "?filter=unread"]);
});
