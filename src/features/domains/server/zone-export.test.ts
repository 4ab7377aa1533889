import { expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { domains } from "../../../../db/schema";
import { joinTenant, refusalOf, testMember, testServices } from "~/server/testing";
import { addDomain } from "./add-domain";
import { ignoreRecord } from "./ignore-record";
import { setIntent } from "./set-intent";
import { exportZone } from "./zone-export";

const { services, owner } = await testServices();
const { ctx } = await testMember(services);
const { id: domainId } = await addDomain(ctx, { name: "bücher.test" });
const linesOf = async () => (await exportZone(ctx, { domainId })).text.split("\n");
const mxLines = async () => (await linesOf()).filter((line) => line.includes("\tMX\t"));

test("the zone file has every wanted record, in ASCII, and long keys in strings of 255 bytes", async () => {
  const { fileName, text } = await exportZone(ctx, { domainId });
  expect(fileName).toBe("xn--bcher-kva.test.zone");
  expect(text).toContain('_deftmail.xn--bcher-kva.test.\t3600\tIN\tTXT\t"deftmail-verify=');
  expect(text).toMatch(/dm1\._domainkey\.xn--bcher-kva\.test\.\t3600\tIN\tTXT\t"v=DKIM1; k=rsa; p=[^"]{200,}" "[^"]+"/);
});

test("mail is moved by an import only when it is meant to move now, and not at all when the domain only sends", async () => {
  expect((await mxLines()).every((line) => line.startsWith("; "))).toBe(true);
  await setIntent(ctx, { domainId, intent: "move_now" });
  expect((await mxLines()).every((line) => line.startsWith("xn--bcher-kva.test."))).toBe(true);
  await setIntent(ctx, { domainId, intent: "send_only" });
  expect(await mxLines()).toEqual([]);
});

test("what is ignored is left out, and what is in the way is named as a comment", async () => {
  await ignoreRecord(ctx, { domainId, recordId: "autoconfig", isIgnored: true });
  const record = { name: "_autodiscover._tcp.xn--bcher-kva.test", type: "SRV", value: "0 0 443 old.example" };
  await owner
    .update(domains)
    .set({ findings: [{ code: "wildcard", kind: "remove", vars: {}, record }] })
    .where(eq(domains.id, domainId));
  const lines = await linesOf();
  expect(lines.filter((line) => line.startsWith("autoconfig."))).toEqual([]);
  expect(lines).toContain(`; delete: ${record.name}. SRV 0 0 443 old.example`);
});

test("a viewer may have the file, another tenant may not", async () => {
  const viewer = (await joinTenant(services, ctx.tenantId, "viewer")).ctx;
  expect(await refusalOf(exportZone(viewer, { domainId }))).toBe("none");
  expect(await refusalOf(exportZone((await testMember(services)).ctx, { domainId }))).toBe("domain.not_found");
});
