import { expect, test } from "bun:test";
import { testServices } from "~/server/testing";
import { publishInTrial } from "../publish-in-trial";
import { listKeys } from "./list-keys";
import { replaceKey } from "./replace-key";
import { rotateKey } from "./rotate-key";
import { domainWithKeys, rsa } from "./testing-keys";

const { services } = await testServices();

test("a stolen key signs no more at once, and its successor as soon as DNS shows it", async () => {
  const { ctx, domainId, work, stages, engineStages } = await domainWithKeys(services, "stolen.test");
  await replaceKey(ctx, { domainId, algorithm: rsa });
  await work();
  expect(await stages()).toEqual({ dm2: "pending", dm1: "retired" });
  expect(await engineStages()).toEqual({ dm2: "pending" });
  await publishInTrial(ctx, { domainId });
  await work();
  expect(await engineStages()).toEqual({ dm2: "active" });
});

test("a successor that was stolen too is replaced under its own name, in the engine as well", async () => {
  const { ctx, domainId, work, engineStages } = await domainWithKeys(services, "stolen-twice.test");
  await rotateKey(ctx, { domainId, algorithm: rsa });
  await work();
  const before = (await listKeys(ctx, { domainId })).keys.find(({ selector }) => selector === "dm2");
  await replaceKey(ctx, { domainId, algorithm: rsa });
  await publishInTrial(ctx, { domainId });
  await work();
  const after = (await listKeys(ctx, { domainId })).keys.find(({ selector }) => selector === "dm2");
  expect(after?.record?.value).not.toBe(before?.record?.value);
  expect(await engineStages()).toEqual({ dm2: "active" });
});
