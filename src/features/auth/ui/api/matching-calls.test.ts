import { expect, test } from "bun:test";
import type { ReferenceCall } from "../../schema/reference";
import { matchingCalls } from "./matching-calls";

const call = (method: string, path: string, summary: string): ReferenceCall => ({
  ...{ id: `${method}${path}`, method, path, summary, description: "", access: "token", parameters: [], body: [] },
  ...{ answers: [], curl: "", example: null },
});
const groups = [
  { name: "domains", text: "", calls: [call("GET", "/domains", "List"), call("POST", "/domains", "Add a domain")] },
  { name: "users", text: "", calls: [call("POST", "/users", "Create a mailbox user")] },
];
const found = (search: string) => matchingCalls(groups, search).map(({ calls }) => calls.map(({ id }) => id));

test("a search keeps the calls that have all its words, in whatever order and case", () => {
  expect(found("post")).toEqual([["POST/domains"], ["POST/users"]]);
  expect(found(" USER post ")).toEqual([["POST/users"]]);
  expect(found("domains add")).toEqual([["POST/domains"]]);
  expect(found("nothing like it")).toEqual([]);
});

test("an empty search keeps everything", () => {
  expect(matchingCalls(groups, "  ")).toBe(groups);
});
