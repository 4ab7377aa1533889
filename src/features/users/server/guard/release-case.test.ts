import { expect, test } from "bun:test";
import { auditedActions, joinTenant, refusalOf, testMember, testServices } from "~/server/testing";
import { applyNow } from "../testing-users";
import { releaseCase } from "./release-case";
import { guardWorld } from "./testing-guard";
import { watchSending } from "./watch-sending";

const world = await testServices();
const { services } = world;
const { member, tenantId, rowOf, senderOf, openCase, accountOf, flood } = await guardWorld(world, ["ana", "bea"]);

test("one press lets the owner send again, and as much as before does not stop them twice", async () => {
  const ana = await senderOf("ana");
  await flood(ana, 40);
  const { id: caseId } = await openCase(ana);
  await releaseCase(member, { caseId });
  await applyNow(services, member, ana.mailUserId);
  expect((await accountOf(ana))!.blocks).toEqual([]);
  expect(await auditedActions(services, tenantId)).toContain("guard.release");
  await watchSending(services, tenantId, [ana.mailUserId]);
  expect((await rowOf(ana.address)).sendingPausedAt).toBeNull();
  expect(await refusalOf(releaseCase(member, { caseId }))).toBe("guard.decided");
  await flood(ana, 30, 500);
  expect((await rowOf(ana.address)).sendingPausedAt).not.toBeNull();
});

test("a viewer may not decide, and another tenant finds nothing to decide", async () => {
  const bea = await senderOf("bea");
  await flood(bea, 40);
  const { id: caseId } = await openCase(bea);
  const viewer = (await joinTenant(services, tenantId, "viewer")).ctx;
  expect(await refusalOf(releaseCase(viewer, { caseId }))).toBe("auth.role_too_low");
  const { ctx: stranger } = await testMember(services);
  expect(await refusalOf(releaseCase(stranger, { caseId }))).toBe("guard.not_found");
});
