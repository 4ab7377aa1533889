import { expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { dkimKeys } from "../../../../../db/schema";
import { inScope } from "../../../../../db/transaction";
import { refusalOf, testServices } from "~/server/testing";
import { cancelRotation } from "./cancel-rotation";
import { rotateKey } from "./rotate-key";
import { domainWithKeys, rsa } from "./testing-keys";

const { services } = await testServices();

test("a new key can be given up while it waits, and nothing of it stays behind", async () => {
  const { ctx, domainId, work, stages, engineStages } = await domainWithKeys(services, "given-up.test");
  expect(await refusalOf(cancelRotation(ctx, { domainId, algorithm: rsa }))).toBe("dkim.nothing_waits");
  await rotateKey(ctx, { domainId, algorithm: rsa });
  expect(await refusalOf(rotateKey(ctx, { domainId, algorithm: rsa }))).toBe("dkim.rotation_running");
  await work();
  await cancelRotation(ctx, { domainId, algorithm: rsa });
  await work();
  expect(await stages()).toEqual({ dm1: "active" });
  expect(await engineStages()).toEqual({ dm1: "active" });
  const { tenantId } = ctx;
  const rows = await inScope(services.db, { tenantId }, (tx) =>
    tx.select({ id: dkimKeys.id }).from(dkimKeys).where(eq(dkimKeys.domainId, domainId)),
  );
  expect(rows).toHaveLength(1);
});
