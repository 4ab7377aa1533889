import { expect, test } from "bun:test";
import { asc } from "drizzle-orm";
import { correspondents } from "../../../../../db/schema";
import { testServices } from "~/server/testing";
import { testMailboxes } from "../testing-webmail";
import { recordCorrespondents } from "./record-correspondents";

const { services, owner } = await testServices();
const { people } = await testMailboxes(services, "acme.test", ["ana"]);
const { ctx } = people.ana;

const rows = async () =>
  (await owner.select().from(correspondents).orderBy(asc(correspondents.address))).map(
    ({ address, name, timesWritten }) => [address, name, timesWritten],
  );

test("everybody a message went to is remembered once, by the last name that was written", async () => {
  await ctx.tx((tx) =>
    recordCorrespondents(tx, ctx, ["bob@b.test", { name: "Ada", email: "ADA@a.test" }, "ada@a.test"]),
  );
  await ctx.tx((tx) => recordCorrespondents(tx, ctx, ["ada@a.test", { name: "Bob", email: "bob@b.test" }]));
  await ctx.tx((tx) => recordCorrespondents(tx, ctx, []));
  expect(await rows()).toEqual([
    ["ada@a.test", "Ada", 2],
    ["bob@b.test", "Bob", 2],
  ]);
});

test("messages that are sent at once to the same people do not wait for each other for ever", async () => {
  const many = Array.from({ length: 50 }, (_, at) => `p${at}@x.test`);
  await Promise.all(
    Array.from({ length: 6 }, (_, at) =>
      ctx.tx((tx) => recordCorrespondents(tx, ctx, at % 2 ? many : many.toReversed())),
    ),
  );
  expect((await rows()).filter(([, , times]) => times === 6)).toHaveLength(50);
});
