import { expect, test } from "bun:test";
import { correspondents } from "../../../../../db/schema";
import { testServices } from "~/server/testing";
import { putMail, testMailboxes } from "../testing-webmail";
import { getAcquaintance } from "./get-acquaintance";

const { services, owner } = await testServices();
const { ana, bea } = (await testMailboxes(services, "acme.test", ["ana", "bea"])).people;
const address = "grace@navy.example";
const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);
const isFirst = async (before: Date, { ctx } = ana) =>
  (await getAcquaintance(ctx, { address, before: before.toISOString() })).isFirst;

test("the first message of somebody is told apart from those that follow", async () => {
  await putMail(ana.ctx, { subject: "One", at: minutesAgo(20) });
  await putMail(ana.ctx, { subject: "Two", at: minutesAgo(10) });
  expect([await isFirst(minutesAgo(20)), await isFirst(minutesAgo(10))]).toEqual([true, false]);
  expect(await isFirst(minutesAgo(10), bea)).toBe(true);
});

test("whom somebody wrote to is no stranger", async () => {
  const { tenantId } = bea.ctx;
  await owner.insert(correspondents).values({ tenantId, mailUserId: bea.userId, address, lastWrittenAt: new Date() });
  expect(await isFirst(new Date(), bea)).toBe(false);
});
