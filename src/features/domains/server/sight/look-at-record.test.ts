import { expect, test } from "bun:test";
import { joinTenant, refusalOf, testMember, testServices } from "~/server/testing";
import { RecordSight, SightServers } from "../../schema/sight";
import { addDomain } from "../add-domain";
import { activeDomain } from "../testing-domains";
import { lookAtRecord } from "./look-at-record";
import { lookAtServers } from "./look-at-servers";

const { services } = await testServices();
const { ctx } = await testMember(services);
const { id: domainId } = await activeDomain(services, ctx, "seen.test");

test("in a trial its own zone server stands for all of DNS", async () => {
  const servers = await lookAtServers(ctx, { domainId });
  expect(SightServers.parse(servers)).toEqual(servers);
  expect(servers).toMatchObject({ isTrial: true, servers: [], resolvers: [] });
  const sight = await lookAtRecord(ctx, { domainId, recordId: "spf" });
  expect(RecordSight.parse(sight)).toEqual(sight);
  expect(sight).toMatchObject({ verdict: "everyone", answers: [{ from: "trial", sees: "yes" }] });
});

test("a record that is not there yet is seen by nobody", async () => {
  const { id } = await addDomain(ctx, { name: "unseen.test" });
  const sight = await lookAtRecord(ctx, { domainId: id, recordId: "spf" });
  expect(sight).toMatchObject({ verdict: "nobody", answers: [{ sees: "no", absent: "name" }] });
});

test("everybody of the team may look, and nobody else, and only at records of the domain", async () => {
  const viewer = await joinTenant(services, ctx.tenantId, "viewer");
  expect(await refusalOf(lookAtRecord(viewer.ctx, { domainId, recordId: "spf" }))).toBe("none");
  const stranger = await testMember(services);
  expect(await refusalOf(lookAtRecord(stranger.ctx, { domainId, recordId: "spf" }))).toBe("domain.not_found");
  expect(await refusalOf(lookAtServers(stranger.ctx, { domainId }))).toBe("domain.not_found");
  expect(await refusalOf(lookAtRecord(ctx, { domainId, recordId: "none" }))).toBe("domain.not_found");
});

test("pages that look at the same record at the same time cost one look", async () => {
  const looks = await Promise.all(Array.from({ length: 50 }, () => lookAtRecord(ctx, { domainId, recordId: "dmarc" })));
  expect(new Set(looks).size).toBe(1);
});
