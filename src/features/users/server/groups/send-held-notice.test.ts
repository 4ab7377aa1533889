import { expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { groupPosts, jobs, notices } from "../../../../../db/schema";
import { joinTenant, testServices } from "~/server/testing";
import { readNotice } from "~/server/notices/read-notice";
import { sendHeldNotice } from "./send-held-notice";
import * as t from "./testing-groups";

const { services, owner, smtpPort } = await testServices();
const world = await t.groupWorld(services, "acme.test");
const { ctx } = world;
const group = await t.appliedGroup(services, world, { localPart: "team" }, ["bo@outside.example"]);
const heldElsewhere = (await joinTenant(services, ctx.tenantId, "domain_admin", [Bun.randomUUIDv7()])).ctx.actor.email;

test("those who may decide hear by one mail that posts wait, nobody else does", async () => {
  for (const subject of ["One", "Two"])
    await t.arrive(smtpPort, { from: "eve@outside.example", to: group.address, subject });
  await t.lookUntil(services, ctx, group.id, 2);
  expect(await owner.select().from(jobs).where(eq(jobs.name, "group.held-notice"))).toHaveLength(1);
  await sendHeldNotice(t.asGroupJob(services, ctx), { groupId: group.id });
  const mailed = await owner.select().from(notices).where(eq(notices.kind, "group_held"));
  expect(mailed.map(({ recipient }) => recipient)).toEqual([ctx.actor.email]);
  expect(mailed.map(({ recipient }) => recipient)).not.toContain(heldElsewhere);
  const { subject, text } = readNotice(services, mailed[0]!);
  expect(`${subject} ${text}`).toContain(group.address);
  expect(text).toContain(`/admin/groups/${group.id}`);
});

test("when all is decided by then, no mail is sent", async () => {
  await owner.delete(notices);
  await owner.update(groupPosts).set({ state: "rejected" });
  await sendHeldNotice(t.asGroupJob(services, ctx), { groupId: group.id });
  expect(await owner.select().from(notices)).toEqual([]);
});
