import { expect, test } from "bun:test";
import { refusalOf, testServices } from "~/server/testing";
import { rotateKey } from "./rotate-key";
import { domainWithKeys, rsa } from "./testing-keys";

const { services } = await testServices();

test("of many who exchange a key at once one succeeds, and there is one new key", async () => {
  const { ctx, domainId, stages } = await domainWithKeys(services, "race.test");
  const refusals = await Promise.all(
    Array.from({ length: 5 }, () => refusalOf(rotateKey(ctx, { domainId, algorithm: rsa }))),
  );
  expect(refusals.toSorted()).toEqual([...Array<string>(4).fill("dkim.rotation_running"), "none"]);
  expect(await stages()).toEqual({ dm1: "active", dm2: "pending" });
});
