import { expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { domainStats } from "../../../../../db/schema";
import { testServices } from "~/server/testing";
import { GetSeries } from "../../schema/stats";
import { getSeries } from "./get-series";
import { rollStats } from "./roll-stats";
import { countHours, figuresWorld } from "./testing-stats";

const world = await testServices();
const { owner } = world;
const { now, ctx, bea, keys, clocked } = await figuresWorld(world);

test("adding up again changes nothing, and what comes late is added", async () => {
  const rows = () => owner.select().from(domainStats).where(eq(domainStats.tenantId, ctx.tenantId));
  const first = await rows();
  expect(await rollStats(clocked)).toBe(0);
  await countHours(owner, { ...keys, mailUserId: bea.id }, now, { 1: { bounced: 7 } });
  expect(await rollStats(clocked)).toBe(1);
  expect((await rows()).length).toBe(first.length + 1);
  expect((await getSeries(ctx, GetSeries.parse({ range: "day" }))).totals.bounced).toBe(8);
});
