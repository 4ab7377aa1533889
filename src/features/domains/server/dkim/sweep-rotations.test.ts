import { expect, test } from "bun:test";
import { jobs } from "../../../../../db/schema";
import { testServices } from "~/server/testing";
import { rotateKeys } from "./rotate-keys";
import { sweepRotations } from "./sweep-rotations";
import { dayMs, domainWithKeys, later } from "./testing-keys";

const { services } = await testServices();

test("half a year later a new key is made by itself, once", async () => {
  const { ctx, domainId, stages } = await domainWithKeys(services, "half-a-year.test");
  const halfYear = later(services, 181 * dayMs);
  await services.db.transaction((tx) => tx.delete(jobs));
  expect(await sweepRotations(services)).toBe(0);
  expect(await sweepRotations(halfYear)).toBeGreaterThan(0);
  await rotateKeys(later(ctx, 181 * dayMs), { domainId });
  await rotateKeys(later(ctx, 181 * dayMs), { domainId });
  expect(await stages()).toEqual({ dm1: "active", dm2: "pending" });
});
