import { expect, test } from "bun:test";
import { auditedActions, joinTenant, refusalOf, testMember, testServices } from "~/server/testing";
import { applyNow } from "../testing-users";
import { confirmCase } from "./confirm-case";
import { guardWorld } from "./testing-guard";

const world = await testServices();
const { services } = world;
const { member, people, tenantId, senderOf, openCase, accountOf, flood } = await guardWorld(world, ["ana"]);
const ana = await senderOf("ana");
await flood(ana, 40);
const { id: caseId } = await openCase(ana);

test("a viewer may not lock a mailbox, and another tenant finds none", async () => {
  const viewer = (await joinTenant(services, tenantId, "viewer")).ctx;
  expect(await refusalOf(confirmCase(viewer, { caseId }))).toBe("auth.role_too_low");
  const { ctx: stranger } = await testMember(services);
  expect(await refusalOf(confirmCase(stranger, { caseId }))).toBe("guard.not_found");
});

test("one press locks the mailbox that somebody else has, and ends its sessions", async () => {
  expect(await confirmCase(member, { caseId })).toMatchObject({ state: "suspended" });
  await applyNow(services, member, ana.mailUserId);
  expect((await accountOf(ana))!.blocks).toEqual(["signIn", "send"]);
  expect(await people.ana!.browser.visit((context) => context.mailbox)).toBeNull();
  expect(await auditedActions(services, tenantId)).toContain("guard.confirm");
  expect(await refusalOf(confirmCase(member, { caseId }))).toBe("guard.decided");
});
