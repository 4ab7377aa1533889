import { expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { dnsRecords } from "../../../../db/schema";
import { testMember, testServices } from "~/server/testing";
import { publishZone, readZone } from "./dns/zone-files";
import { getDomain } from "./get-domain";
import { activeDomain, asJob } from "./testing-domains";
import { verifyDomain } from "./verify-domain";

const { services, owner } = await testServices();
const { ctx } = await testMember(services);
const zoneDir = services.platform.trialZone?.dataDir ?? "";
const inHours = (hours: number) => ({ ...services, now: () => new Date(Date.now() + hours * 3_600_000) });

test("each hour only that is looked at without which mail stops; the rest every six hours, and whenever somebody asks", async () => {
  const { id: domainId } = await activeDomain(services, ctx, "steady.test");
  const looked = async (hours: number) => {
    const from = inHours(hours).now().getTime() - 60_000;
    await verifyDomain(asJob(inHours(hours), ctx), { domainId });
    const rows = await owner.select().from(dnsRecords).where(eq(dnsRecords.domainId, domainId));
    return rows.filter(({ checkedAt }) => checkedAt!.getTime() > from).map(({ recordKey }) => recordKey.split(".")[0]);
  };
  expect(new Set(await looked(1.2))).toEqual(new Set(["mx", "dkim"]));
  expect(await looked(1.3)).toContain("spf");
  expect(new Set(await looked(2.5))).toEqual(new Set(["mx", "dkim"]));
  expect(await looked(8.5)).toContain("spf");
});

test("a look at some of the records leaves what is known of the others as it was", async () => {
  const { id: domainId } = await activeDomain(services, ctx, "whole.test");
  const before = await getDomain(ctx, { domainId });
  await verifyDomain(asJob(inHours(1.2), ctx), { domainId });
  const after = await getDomain(ctx, { domainId });
  expect(after.records.map(({ state }) => state)).toEqual(before.records.map(({ state }) => state));
  const zone = await readZone(zoneDir, "whole.test");
  await publishZone(
    zoneDir,
    "whole.test",
    zone.filter(({ type }) => type !== "MX"),
  );
  await verifyDomain(asJob(inHours(2.5), ctx), { domainId });
  const gone = (await getDomain(ctx, { domainId })).records.find(({ purpose }) => purpose === "mx");
  expect(gone?.advice?.code).toBe("mx_lost");
});
