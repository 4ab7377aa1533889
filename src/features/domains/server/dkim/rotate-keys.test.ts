import { expect, test } from "bun:test";
import { testServices } from "~/server/testing";
import { publishZone, readZone } from "../dns/zone-files";
import { publishInTrial } from "../publish-in-trial";
import { listKeys } from "./list-keys";
import { rotateKey } from "./rotate-key";
import { dayMs, domainWithKeys, minuteMs, rsa } from "./testing-keys";

const { services } = await testServices();

test("a key is exchanged without a moment in which mail is not signed or not verified", async () => {
  const { ctx, domainId, work, stages, engineStages } = await domainWithKeys(services, "exchange.test");
  expect(await stages()).toEqual({ dm1: "active" });
  await rotateKey(ctx, { domainId, algorithm: rsa });
  await work();
  expect(await stages()).toEqual({ dm1: "active", dm2: "pending" });
  expect(await engineStages()).toEqual({ dm1: "active", dm2: "pending" });

  await publishInTrial(ctx, { domainId });
  await work();
  const { keys } = await listKeys(ctx, { domainId });
  expect(keys.map(({ selector, next }) => [selector, next.step])).toEqual([
    ["dm1", "rotate"],
    ["dm2", "sign"],
  ]);
  expect(await stages()).toEqual({ dm1: "active", dm2: "pending" });

  await work(minuteMs);
  expect(await stages()).toEqual({ dm2: "active", dm1: "retiring" });
  expect(await engineStages()).toEqual({ dm1: "retiring", dm2: "active" });

  await work(6 * dayMs);
  expect(await stages()).toEqual({ dm2: "active", dm1: "retiring" });
  await work(8 * dayMs);
  expect(await stages()).toEqual({ dm2: "active", dm1: "retired" });
  expect(await engineStages()).toEqual({ dm2: "active" });
  expect((await listKeys(ctx, { domainId })).keys[1]?.leftover).toBe("dm1._domainkey.exchange.test");

  await work(39 * dayMs);
  expect(await stages()).toEqual({ dm2: "active" });
});

test("a key that vanishes from DNS again before its turn does not sign", async () => {
  const { ctx, domainId, work } = await domainWithKeys(services, "vanish.test");
  const { trialZone } = services.platform;
  await rotateKey(ctx, { domainId, algorithm: rsa });
  await publishInTrial(ctx, { domainId });
  await work();
  const all = await readZone(trialZone!.dataDir, "vanish.test");
  const withoutNew = all.filter(({ name }) => !name.startsWith("dm2."));
  await publishZone(trialZone!.dataDir, "vanish.test", withoutNew);
  await work(minuteMs);
  const { keys } = await listKeys(ctx, { domainId });
  expect(keys.map(({ stage, publishedAt }) => [stage, publishedAt !== null])).toEqual([
    ["active", true],
    ["pending", false],
  ]);
});
