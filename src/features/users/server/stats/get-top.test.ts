import { expect, test } from "bun:test";
import { testServices } from "~/server/testing";
import { GetTop } from "../../schema/stats";
import { getTop } from "./get-top";
import { figuresWorld } from "./testing-stats";

const { ctx, held, domainId, ana } = await figuresWorld(await testServices());

test("the highest come first, and who has none is not listed", async () => {
  const top = (input: Partial<GetTop>) => getTop(ctx, GetTop.parse({ of: "users", range: "day", ...input }));
  expect((await top({ by: "received" })).rows.map(({ name, count }) => [name, count])).toEqual([
    ["ana@figures.test", 9],
    ["bea@figures.test", 1],
  ]);
  expect((await top({ by: "spam" })).rows).toEqual([{ id: ana.id, name: "ana@figures.test", count: 2 }]);
  expect((await top({ of: "domains", by: "sent" })).rows).toEqual([{ id: domainId, name: "figures.test", count: 6 }]);
});

test("who is held to other domains sees none of it", async () => {
  expect((await getTop(held, GetTop.parse({ of: "users" }))).rows).toEqual([]);
});
