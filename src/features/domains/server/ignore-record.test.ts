import { expect, test } from "bun:test";
import { auditedActions, joinTenant, refusalOf, testMember, testServices } from "~/server/testing";
import { addDomain } from "./add-domain";
import { getDomain } from "./get-domain";
import { ignoreRecord } from "./ignore-record";
import { asJob } from "./testing-domains";
import { verifyDomain } from "./verify-domain";

const { services } = await testServices();
const { ctx } = await testMember(services);
const { id: domainId } = await addDomain(ctx, { name: "ignoring.test" });
const stateOf = async (recordId: string) =>
  (await getDomain(ctx, { domainId })).records.find(({ id }) => id === recordId)?.state;

test("a record that somebody does not want is not asked for, also after the next look, until they want it again", async () => {
  await ignoreRecord(ctx, { domainId, recordId: "autoconfig", isIgnored: true });
  await ignoreRecord(ctx, { domainId, recordId: "autoconfig", isIgnored: true });
  expect(await stateOf("autoconfig")).toBe("ignored");
  await verifyDomain(asJob(services, ctx), { domainId });
  expect(await stateOf("autoconfig")).toBe("ignored");
  await ignoreRecord(ctx, { domainId, recordId: "autoconfig", isIgnored: false });
  expect(await stateOf("autoconfig")).toBe("missing");
  const actions = await auditedActions(services, ctx.tenantId);
  expect(actions.filter((action) => action.endsWith("_record"))).toEqual([
    "domain.ignore_record",
    "domain.watch_record",
  ]);
});

test("DMARC may be ignored and counts as done; proof, SPF and DKIM may not", async () => {
  const before = (await getDomain(ctx, { domainId })).requiredDone;
  await ignoreRecord(ctx, { domainId, recordId: "dmarc", isIgnored: true });
  expect((await getDomain(ctx, { domainId })).requiredDone).toBe(before + 1);
  for (const recordId of ["proof", "spf", "dkim.dm1"])
    expect(await refusalOf(ignoreRecord(ctx, { domainId, recordId, isIgnored: true }))).toBe("domain.record_needed");
});

test("a record that the domain does not have cannot be ignored", async () => {
  expect(await refusalOf(ignoreRecord(ctx, { domainId, recordId: "nonsense", isIgnored: true }))).toBe(
    "request.not_found",
  );
});

test("a viewer and another tenant ignore nothing", async () => {
  const input = { domainId, recordId: "autoconfig", isIgnored: true };
  const viewer = (await joinTenant(services, ctx.tenantId, "viewer")).ctx;
  expect(await refusalOf(ignoreRecord(viewer, input))).toBe("auth.role_too_low");
  expect(await refusalOf(ignoreRecord((await testMember(services)).ctx, input))).toBe("domain.not_found");
});
