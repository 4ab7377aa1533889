import { expect, test } from "bun:test";
import { joinTenant, refusalOf, testMember, testServices } from "~/server/testing";
import { addDomain } from "./add-domain";
import { listRecords } from "./list-records";
import { activeDomain } from "./testing-domains";

const { services } = await testServices();
const { ctx } = await testMember(services);

test("a program reads what to publish, and afterwards that DNS has it", async () => {
  const { id: claimed } = await addDomain(ctx, { name: "claimed.test" });
  const before = await listRecords(ctx, { domainId: claimed });
  expect(before.checkedAt).toBeNull();
  expect(before.records.find(({ purpose }) => purpose === "proof")).toMatchObject({
    type: "TXT",
    state: "not_checked",
  });
  const { id: active } = await activeDomain(services, ctx, "active.test");
  const after = await listRecords(ctx, { domainId: active });
  expect(after.checkedAt).not.toBeNull();
  expect(after.records.filter(({ level, state }) => level === "required" && state !== "match")).toEqual([]);
});

test("another tenant's domain and one out of reach are not there", async () => {
  const { id: domainId } = await addDomain(ctx, { name: "other.test" });
  expect(await refusalOf(listRecords((await testMember(services)).ctx, { domainId }))).toBe("domain.not_found");
  const elsewhere = (await joinTenant(services, ctx.tenantId, "domain_admin", [Bun.randomUUIDv7()])).ctx;
  expect(await refusalOf(listRecords(elsewhere, { domainId }))).toBe("domain.not_found");
});
