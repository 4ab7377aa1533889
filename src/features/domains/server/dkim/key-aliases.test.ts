import { randomBytes } from "node:crypto";
import { afterAll, expect, test } from "bun:test";
import type { MemberCtx } from "~/server/context";
import type { DkimZone } from "~/server/services";
import { refusalOf, testMember, testServices } from "~/server/testing";
import { addDomain } from "../add-domain";
import { startUpdateServer } from "../dns/testing-update-server";
import { publishZone, readZone } from "../dns/zone-files";
import { getDomain } from "../get-domain";
import { publishInTrial } from "../publish-in-trial";
import { removeDomain } from "../remove-domain";
import { runDomainJobs } from "../testing-domains";
import { keyNameOf } from "./key-aliases";
import { listKeys } from "./list-keys";
import { rotateKey } from "./rotate-key";
import { rotateKeys } from "./rotate-keys";

const { services } = await testServices();
const zone = "keys.deftmail.test";
const withZone = (dkimZone: DkimZone) => ({ ...services, platform: { ...services.platform, dkimZone } });
const inTrial = withZone({ name: zone, update: null });
const folder = services.platform.trialZone!.dataDir;
const rsa = "rsa-sha256" as const;

const at = <T extends object>(from: T, ms: number): T => ({ ...from, now: () => new Date(Date.now() + ms) });
async function work(ctx: MemberCtx, domainId: string, ms = 0): Promise<void> {
  await runDomainJobs(at(inTrial, ms), at(ctx, ms), domainId);
  await rotateKeys(at(ctx, ms), { domainId });
  await runDomainJobs(at(inTrial, ms), at(ctx, ms), domainId);
}
const stagesOf = async (ctx: MemberCtx, domainId: string) =>
  Object.fromEntries((await listKeys(ctx, { domainId })).keys.map(({ selector, stage }) => [selector, stage]));
const dkimOf = async (ctx: MemberCtx, domainId: string) =>
  (await getDomain(ctx, { domainId })).records
    .filter(({ purpose }) => purpose === "dkim")
    .map(({ id, type, state, advice }) => [id, type, state, advice?.code ?? null]);

test("with a zone of the operator two aliases are all that is asked for, and keys are exchanged without anybody", async () => {
  const { ctx } = await testMember(inTrial);
  const { id: domainId } = await addDomain(ctx, { name: "aliases.test" });
  await publishInTrial(ctx, { domainId });
  const published = await readZone(folder, "aliases.test");
  expect(published.filter(({ name }) => name.includes("_domainkey")).map(({ type, value }) => [type, value])).toEqual([
    ["CNAME", keyNameOf(zone, "dm1", domainId)],
    ["CNAME", keyNameOf(zone, "dm2", domainId)],
  ]);
  expect(await readZone(folder, keyNameOf(zone, "dm1", domainId))).toEqual([]);
  await runDomainJobs(inTrial, ctx, domainId);
  expect(await stagesOf(ctx, domainId)).toEqual({ dm1: "pending" });
  expect((await getDomain(ctx, { domainId })).state).toBe("setting_up");
  await work(ctx, domainId);
  expect(await stagesOf(ctx, domainId)).toEqual({ dm1: "active" });
  expect((await getDomain(ctx, { domainId })).state).toBe("active");

  await rotateKey(ctx, { domainId, algorithm: rsa });
  await work(ctx, domainId);
  expect(await stagesOf(ctx, domainId)).toEqual({ dm1: "active", dm2: "pending" });
  await work(ctx, domainId, 60_000);
  expect(await stagesOf(ctx, domainId)).toEqual({ dm2: "active", dm1: "retiring" });
  expect(await readZone(folder, keyNameOf(zone, "dm1", domainId))).toHaveLength(1);
  await work(ctx, domainId, 8 * 86_400_000);
  expect(await stagesOf(ctx, domainId)).toEqual({ dm2: "active", dm1: "retired" });
  expect(await readZone(folder, keyNameOf(zone, "dm1", domainId))).toEqual([]);
});

test("an alias that is right is not yet a key that is seen, and another one is told apart", async () => {
  const { ctx } = await testMember(inTrial);
  const { id: domainId } = await addDomain(ctx, { name: "no-key-yet.test" });
  await publishInTrial(ctx, { domainId });
  await runDomainJobs(inTrial, ctx, domainId);
  await runDomainJobs(inTrial, ctx, domainId);
  expect((await dkimOf(ctx, domainId))[0]).toEqual(["dkim.dm1", "CNAME", "missing", "dkim_key_pending"]);
  expect(await stagesOf(ctx, domainId)).toEqual({ dm1: "pending" });
  const records = await readZone(folder, "no-key-yet.test");
  const wrong = records.map((one) => (one.name.startsWith("dm1.") ? { ...one, value: "key.elsewhere.test" } : one));
  await publishZone(folder, "no-key-yet.test", wrong);
  await runDomainJobs(inTrial, ctx, domainId);
  expect((await dkimOf(ctx, domainId))[0]).toEqual(["dkim.dm1", "CNAME", "stale", "alias_other"]);
});

test("the keys of a proven domain stand in the operator's zone, those of a mere claim do not, and a server that fails is asked again", async () => {
  const key = { keyName: "panel", algorithm: "hmac-sha256", secret: randomBytes(32).toString("base64") };
  const primary = await startUpdateServer(key, "keys.example.net");
  afterAll(primary.stop);
  const zoned = withZone({ name: "keys.example.net", update: { ...key, server: primary.server } });
  const { ctx } = await testMember(zoned);
  const { id: domainId } = await addDomain(ctx, { name: "by-update.test" });
  await rotateKeys(ctx, { domainId });
  expect(primary.texts.size).toBe(0);
  await publishInTrial(ctx, { domainId });
  await runDomainJobs(zoned, ctx, domainId);
  primary.mood.now = "failing";
  expect(
    await rotateKeys(ctx, { domainId }).then(
      () => "",
      (error: Error) => error.message,
    ),
  ).toBe("the zone was not changed: the server failed");
  primary.mood.now = "well";
  await rotateKeys(ctx, { domainId });
  expect([...primary.texts.keys()]).toEqual([keyNameOf("keys.example.net", "dm1", domainId)]);
});

test("a domain that is given up leaves nothing in the operator's zone", async () => {
  const { ctx } = await testMember(inTrial);
  const { id: domainId } = await addDomain(ctx, { name: "let-go.test" });
  await publishInTrial(ctx, { domainId });
  await work(ctx, domainId);
  expect(await readZone(folder, keyNameOf(zone, "dm1", domainId))).toHaveLength(1);
  await removeDomain(ctx, { domainId });
  await runDomainJobs(inTrial, ctx, domainId);
  expect(await readZone(folder, keyNameOf(zone, "dm1", domainId))).toEqual([]);
});

test("names in the operator's zone for keys cannot be claimed", async () => {
  const { ctx } = await testMember(withZone({ name: "keys.example.net", update: null }));
  for (const name of ["keys.example.net", "dm1-a.keys.example.net"])
    expect(await refusalOf(addDomain(ctx, { name }))).toBe("domain.name_refused");
});
