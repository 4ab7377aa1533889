import { expect, test } from "bun:test";
import { testServices } from "~/server/testing";
import { applyStop } from "./apply-stop";
import { releaseCase } from "./release-case";
import { guardWorld } from "./testing-guard";

const world = await testServices();
const { services } = world;
const { member, senderOf, openCase, flood } = await guardWorld(world, ["ana"]);
const throttles = async () => (await services.engine.directory.throttles.list({ limit: 100 })).throttles;

test("a paused mailbox is held back message by message, and let go when it is released; twice is as good as once", async () => {
  const ana = await senderOf("ana");
  await flood(ana, 40);
  await applyStop(member, { userId: ana.mailUserId });
  const held = (await throttles()).filter(({ name }) => name.includes(ana.mailUserId));
  expect(held).toMatchObject([{ sender: { address: ana.address }, count: 1, periodSeconds: 86_400 }]);
  await releaseCase(member, { caseId: (await openCase(ana)).id });
  await applyStop(member, { userId: ana.mailUserId });
  await applyStop(member, { userId: ana.mailUserId });
  expect((await throttles()).filter(({ name }) => name.includes(ana.mailUserId))).toEqual([]);
});
