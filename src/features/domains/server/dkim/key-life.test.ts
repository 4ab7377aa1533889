import { expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { dkimKeys, jobs } from "../../../../../db/schema";
import { inScope } from "../../../../../db/transaction";
import type { Ctx } from "~/server/context";
import type { Services } from "~/server/services";
import { refusalOf, testMember, testServices } from "~/server/testing";
import { publishInTrial } from "../publish-in-trial";
import { publishZone, readZone } from "../dns/zone-files";
import { activeDomain, runDomainJobs } from "../testing-domains";
import { addEd25519 } from "./add-ed25519";
import { cancelRotation } from "./cancel-rotation";
import { listKeys } from "./list-keys";
import { replaceKey } from "./replace-key";
import { rotateKey } from "./rotate-key";
import { rotateKeys } from "./rotate-keys";
import { sweepRotations } from "./sweep-rotations";

const { services } = await testServices();
const rsa = "rsa-sha256" as const;
const dayMs = 86_400_000;
const minuteMs = 60_000;

/** The same services at another time. */
const later = <T extends Ctx | Services>(from: T, ms: number): T => ({ ...from, now: () => new Date(Date.now() + ms) });

async function work(ctx: Ctx, domainId: string, ms = 0): Promise<void> {
  const then = later(services, ms);
  await rotateKeys(later(ctx, ms), { domainId });
  await runDomainJobs(then, later(ctx, ms), domainId);
}
const stagesOf = async (ctx: Ctx, domainId: string) =>
  Object.fromEntries((await listKeys(ctx, { domainId })).keys.map(({ selector, stage }) => [selector, stage]));
const engineStages = async (name: string) =>
  Object.fromEntries((await services.engine.directory.dkim.list(name)).map(({ selector, stage }) => [selector, stage]));

async function newDomain(name: string) {
  const { ctx } = await testMember(services);
  const { id: domainId } = await activeDomain(services, ctx, name);
  return { ctx, domainId };
}

test("a key is exchanged without a moment in which mail is not signed or not verified", async () => {
  const { ctx, domainId } = await newDomain("exchange.test");
  expect(await stagesOf(ctx, domainId)).toEqual({ dm1: "active" });
  await rotateKey(ctx, { domainId, algorithm: rsa });
  await work(ctx, domainId);
  expect(await stagesOf(ctx, domainId)).toEqual({ dm1: "active", dm2: "pending" });
  expect(await engineStages("exchange.test")).toEqual({ dm1: "active", dm2: "pending" });

  await publishInTrial(ctx, { domainId });
  await work(ctx, domainId);
  const { keys } = await listKeys(ctx, { domainId });
  expect(keys.map(({ selector, next }) => [selector, next.step])).toEqual([
    ["dm1", "rotate"],
    ["dm2", "sign"],
  ]);
  expect(await stagesOf(ctx, domainId)).toEqual({ dm1: "active", dm2: "pending" });

  await work(ctx, domainId, minuteMs);
  expect(await stagesOf(ctx, domainId)).toEqual({ dm2: "active", dm1: "retiring" });
  expect(await engineStages("exchange.test")).toEqual({ dm1: "retiring", dm2: "active" });

  await work(ctx, domainId, 6 * dayMs);
  expect(await stagesOf(ctx, domainId)).toEqual({ dm2: "active", dm1: "retiring" });
  await work(ctx, domainId, 8 * dayMs);
  expect(await stagesOf(ctx, domainId)).toEqual({ dm2: "active", dm1: "retired" });
  expect(await engineStages("exchange.test")).toEqual({ dm2: "active" });
  expect((await listKeys(ctx, { domainId })).keys[1]?.leftover).toBe("dm1._domainkey.exchange.test");

  await work(ctx, domainId, 39 * dayMs);
  expect(await stagesOf(ctx, domainId)).toEqual({ dm2: "active" });
});

test("a key that vanishes from DNS again before its turn does not sign", async () => {
  const { ctx, domainId } = await newDomain("vanish.test");
  const { trialZone } = services.platform;
  await rotateKey(ctx, { domainId, algorithm: rsa });
  await publishInTrial(ctx, { domainId });
  await work(ctx, domainId);
  const all = await readZone(trialZone!.dataDir, "vanish.test");
  const withoutNew = all.filter(({ name }) => !name.startsWith("dm2."));
  await publishZone(trialZone!.dataDir, "vanish.test", withoutNew);
  await work(ctx, domainId, minuteMs);
  const { keys } = await listKeys(ctx, { domainId });
  expect(keys.map(({ stage, publishedAt }) => [stage, publishedAt !== null])).toEqual([
    ["active", true],
    ["pending", false],
  ]);
});

test("half a year later a new key is made by itself, once", async () => {
  const { ctx, domainId } = await newDomain("half-a-year.test");
  const halfYear = later(services, 181 * dayMs);
  await services.db.transaction((tx) => tx.delete(jobs));
  expect(await sweepRotations(services)).toBe(0);
  expect(await sweepRotations(halfYear)).toBeGreaterThan(0);
  await rotateKeys(later(ctx, 181 * dayMs), { domainId });
  await rotateKeys(later(ctx, 181 * dayMs), { domainId });
  expect(await stagesOf(ctx, domainId)).toEqual({ dm1: "active", dm2: "pending" });
});

test("a stolen key signs no more at once, and its successor as soon as DNS shows it", async () => {
  const { ctx, domainId } = await newDomain("stolen.test");
  await replaceKey(ctx, { domainId, algorithm: rsa });
  await work(ctx, domainId);
  expect(await stagesOf(ctx, domainId)).toEqual({ dm2: "pending", dm1: "retired" });
  expect(await engineStages("stolen.test")).toEqual({ dm2: "pending" });
  await publishInTrial(ctx, { domainId });
  await work(ctx, domainId);
  expect(await engineStages("stolen.test")).toEqual({ dm2: "active" });
});

test("a successor that was stolen too is replaced under its own name, in the engine as well", async () => {
  const { ctx, domainId } = await newDomain("stolen-twice.test");
  await rotateKey(ctx, { domainId, algorithm: rsa });
  await work(ctx, domainId);
  const before = (await listKeys(ctx, { domainId })).keys.find(({ selector }) => selector === "dm2");
  await replaceKey(ctx, { domainId, algorithm: rsa });
  await publishInTrial(ctx, { domainId });
  await work(ctx, domainId);
  const after = (await listKeys(ctx, { domainId })).keys.find(({ selector }) => selector === "dm2");
  expect(after?.record?.value).not.toBe(before?.record?.value);
  expect(await engineStages("stolen-twice.test")).toEqual({ dm2: "active" });
});

test("a new key can be given up while it waits, and nothing of it stays behind", async () => {
  const { ctx, domainId } = await newDomain("given-up.test");
  expect(await refusalOf(cancelRotation(ctx, { domainId, algorithm: rsa }))).toBe("dkim.nothing_waits");
  await rotateKey(ctx, { domainId, algorithm: rsa });
  expect(await refusalOf(rotateKey(ctx, { domainId, algorithm: rsa }))).toBe("dkim.rotation_running");
  await work(ctx, domainId);
  await cancelRotation(ctx, { domainId, algorithm: rsa });
  await work(ctx, domainId);
  expect(await stagesOf(ctx, domainId)).toEqual({ dm1: "active" });
  expect(await engineStages("given-up.test")).toEqual({ dm1: "active" });
  const { tenantId } = ctx;
  const rows = await inScope(services.db, { tenantId }, (tx) =>
    tx.select({ id: dkimKeys.id }).from(dkimKeys).where(eq(dkimKeys.domainId, domainId)),
  );
  expect(rows).toHaveLength(1);
});

test("the second algorithm is added beside the first and both sign, but the domain needs the first only", async () => {
  const { ctx, domainId } = await newDomain("second.test");
  await addEd25519(ctx, { domainId });
  expect(await refusalOf(addEd25519(ctx, { domainId }))).toBe("dkim.already_there");
  await work(ctx, domainId);
  expect(await stagesOf(ctx, domainId)).toEqual({ dm1: "active", ed1: "pending" });
  await publishInTrial(ctx, { domainId });
  await work(ctx, domainId);
  expect(await engineStages("second.test")).toEqual({ dm1: "active", ed1: "active" });
});

test("of many who exchange a key at once one succeeds, and there is one new key", async () => {
  const { ctx, domainId } = await newDomain("race.test");
  const refusals = await Promise.all(
    Array.from({ length: 5 }, () => refusalOf(rotateKey(ctx, { domainId, algorithm: rsa }))),
  );
  expect(refusals.toSorted()).toEqual([...Array<string>(4).fill("dkim.rotation_running"), "none"]);
  expect(await stagesOf(ctx, domainId)).toEqual({ dm1: "active", dm2: "pending" });
});

test("a viewer may look at the keys and exchange none, and no other tenant knows of them", async () => {
  const { ctx, domainId } = await newDomain("looked-at.test");
  const { ctx: other } = await testMember(services);
  expect(await refusalOf(listKeys(other, { domainId }))).toBe("domain.not_found");
  expect(await refusalOf(rotateKey(other, { domainId, algorithm: rsa }))).toBe("domain.not_found");
  const viewer = { ...ctx, actor: { ...ctx.actor, role: "viewer" as const } };
  expect((await listKeys(viewer, { domainId })).keys).toHaveLength(1);
  expect(await refusalOf(rotateKey(viewer, { domainId, algorithm: rsa }))).toBe("auth.role_too_low");
  expect(await refusalOf(replaceKey(viewer, { domainId, algorithm: rsa }))).toBe("auth.role_too_low");
});
