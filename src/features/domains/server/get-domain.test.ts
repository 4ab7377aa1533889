import { expect, test } from "bun:test";
import { refusalOf, testMember, testServices } from "~/server/testing";
import { DomainDetail } from "../schema";
import { addDomain } from "./add-domain";
import { getDomain } from "./get-domain";
import { verifyDomain } from "./verify-domain";

const { services } = await testServices();
const { ctx } = await testMember(services);

test("a new domain shows every record to publish, none of them checked, and that a check is under way", async () => {
  const { id: domainId } = await addDomain(ctx, { name: "fresh.test" });
  const detail = await getDomain(ctx, { domainId });
  expect(DomainDetail.parse(detail)).toEqual(detail);
  expect(detail).toMatchObject({ isChecking: true, canPublishInTrial: true, checkedAt: null });
  expect(new Set(detail.records.map(({ state }) => state))).toEqual(new Set(["not_checked"]));
  const required = detail.records.filter(({ level }) => level === "required");
  expect(required.map(({ shortName, type }) => `${shortName} ${type}`)).toEqual([
    "_deftmail TXT",
    "@ TXT",
    "dm1._domainkey TXT",
    "_dmarc TXT",
  ]);
});

test("after a look at an empty zone each record says what to do", async () => {
  const { id: domainId } = await addDomain(ctx, { name: "empty.test" });
  await verifyDomain(ctx, { domainId });
  const detail = await getDomain(ctx, { domainId });
  expect(detail.records.every(({ state, advice }) => state === "missing" && advice)).toBe(true);
  expect(detail.checkedAt).not.toBeNull();
});

test("another tenant's domain is not found", async () => {
  const { id: domainId } = await addDomain(ctx, { name: "ours.test" });
  const stranger = await testMember(services);
  expect(await refusalOf(getDomain(stranger.ctx, { domainId }))).toBe("domain.not_found");
});
