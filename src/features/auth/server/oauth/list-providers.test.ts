import { expect, test } from "bun:test";
import { listProviders } from "./list-providers";

test("a page learns the names of providers and none of their secrets", () => {
  const settings = {
    id: "github",
    name: "GitHub",
    issuer: "https://github.com",
    clientId: "id",
    clientSecret: "s",
  } as const;
  expect(listProviders({ providers: [settings] })).toEqual([{ id: "github", name: "GitHub" }]);
  expect(listProviders({ providers: [] })).toEqual([]);
});
