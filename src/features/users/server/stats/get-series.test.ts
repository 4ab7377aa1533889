import { expect, test } from "bun:test";
import { refusalOf, testMember, testServices } from "~/server/testing";
import { GetSeries } from "../../schema/stats";
import { getSeries } from "./get-series";
import { figuresWorld } from "./testing-stats";

const world = await testServices();
const { services } = world;
const { ctx, held, at, domainId, ana, bea } = await figuresWorld(world);
const series = (input: Partial<GetSeries> = {}) => getSeries(ctx, GetSeries.parse(input));

test("a day shows every hour, also those in which nothing happened, and what the day before was", async () => {
  const { buckets, totals, before } = await series({ range: "day" });
  expect(buckets.length).toBe(24);
  expect(buckets.at(-1)).toMatchObject({ at: "2026-05-06T10:00:00.000Z", sent: 4, sentOutside: 3, bounced: 1 });
  expect(buckets.filter(({ sent, received }) => sent + received > 0).length).toBe(2);
  expect(totals).toMatchObject({ sent: 6, received: 10, spam: 2, bounced: 1, signIns: 1 });
  expect(before.sent).toBe(100);
});

test("days begin where the reader is", async () => {
  const today = async (timeZone: string) => (await series({ range: "week", timeZone })).buckets.at(-1)!;
  expect(await today("UTC")).toMatchObject({ at: "2026-05-06T00:00:00.000Z", sent: 6 });
  // There it is still the fifth for the first three hours of the sixth by UTC, and the day began at 03:00.
  expect(await today("America/Sao_Paulo")).toMatchObject({ at: "2026-05-06T03:00:00.000Z", sent: 6 });
  expect(await today("Asia/Tokyo")).toMatchObject({ at: "2026-05-05T15:00:00.000Z", sent: 6 });
  expect(GetSeries.safeParse({ timeZone: "Nowhere/Land" }).success).toBe(false);
});

test("a day tells who was active, each user once, and what the mailboxes hold", async () => {
  const { buckets } = await series({ range: "week" });
  expect(buckets.length).toBe(7);
  expect(buckets.at(-1)).toMatchObject({ activeUsers: 2, usedBytes: 700 });
  expect(buckets.at(-2)).toMatchObject({ activeUsers: 1, sent: 100 });
});

test("one mailbox user has figures of their own, one of another tenant or of nobody none", async () => {
  const { totals, buckets } = await series({ range: "day", userId: bea.id });
  expect(totals).toMatchObject({ sent: 0, received: 1, signIns: 1 });
  expect(buckets.at(-1)!.activeUsers).toBeNull();
  const { ctx: stranger } = await testMember(services);
  expect(await refusalOf(getSeries(stranger, GetSeries.parse({ userId: ana.id })))).toBe("user.not_found");
  expect((await getSeries(at(stranger), GetSeries.parse({ domainId }))).totals.sent).toBe(0);
});

test("who is held to other domains sees none of it", async () => {
  expect((await getSeries(held, GetSeries.parse({}))).totals.sent).toBe(0);
  expect(await refusalOf(getSeries(held, GetSeries.parse({ domainId })))).toBe("domain.not_found");
});
