import { beforeAll, expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { groups } from "../../../../../db/schema";
import { auditedActions, testServices } from "~/server/testing";
import { undeleteUser } from "../undelete-user";
import { removeUser } from "../remove-user";
import { suspendUser } from "../suspend-user";
import { applyNow } from "../testing-users";
import { applyGroup } from "./apply-group";
import { eventually } from "~/lib/testing-eventually";
import { lookAtPosts } from "./look-at-posts";
import { removeGroup } from "./remove-group";
import { sweepGroups } from "./sweep-groups";
import * as t from "./testing-groups";
import { undeleteGroup } from "./undelete-group";
import { updateGroup } from "./update-group";

const { services, owner, smtpPort } = await testServices();
const { accounts, lists } = services.engine.directory;
let world: t.GroupWorld;
let ana: t.Reader;
let bea: t.Reader;
beforeAll(async () => {
  world = await t.groupWorld(services, "acme.test");
  ana = await t.reader(services, world, "ana");
  bea = await t.reader(services, world, "bea");
});

const rowOf = async (id: string) => (await owner.select().from(groups).where(eq(groups.id, id)))[0]!;
const apply = (groupId: string, days = 0) => {
  const now = () => new Date(Date.now() + days * 86_400_000);
  return applyGroup(t.asGroupJob({ ...services, now }, world.ctx), { groupId });
};
const open = { posting: "anyone", isModerated: false } as const;

test("who lets anybody write is a list of the mail server, with the members' addresses of today", async () => {
  const group = await t.appliedGroup(services, world, { localPart: "open", ...open }, [
    ana.address,
    bea.address,
    "bo@outside.example",
  ]);
  expect((await lists.find(group.address))?.recipients.toSorted()).toEqual([
    ana.address,
    bea.address,
    "bo@outside.example",
  ]);
  expect(await rowOf(group.id)).toMatchObject({ appliedRevision: 4, applyError: null, sealedEngineKey: null });
  await suspendUser(world.ctx, { userId: bea.userId, blocks: ["receive"] });
  await applyNow(services, world.ctx, bea.userId);
  await sweepGroups(services);
  await apply(group.id);
  expect((await lists.find(group.address))?.recipients).not.toContain(bea.address);
});

test("a deleted member gets no more of a group's mail, and one who is brought back does again", async () => {
  const cy = await t.reader(services, world, "cy");
  const group = await t.appliedGroup(services, world, { localPart: "back", ...open }, [ana.address, cy.address]);
  await removeUser(world.ctx, { userId: cy.userId });
  await apply(group.id);
  expect((await lists.find(group.address))?.recipients).toEqual([ana.address]);
  await undeleteUser(world.ctx, { userId: cy.userId });
  await apply(group.id);
  expect((await lists.find(group.address))?.recipients.toSorted()).toEqual([ana.address, cy.address]);
});

test("a group that nobody belongs to refuses mail, so that its sender hears of it", async () => {
  const group = await t.appliedGroup(services, world, { localPart: "empty", ...open });
  expect(await lists.find(group.address)).toBeNull();
  const letter = { from: "bo@outside.example", to: group.address, subject: "Anybody?" };
  expect(await t.arrive(smtpPort, letter).catch((error: Error) => error.message)).toContain("550");
});

test("a group that gets a rule keeps its address and loses no post, and stays an account when the rule goes", async () => {
  const group = await t.appliedGroup(services, world, { localPart: "rules", ...open }, [ana.address]);
  await updateGroup(world.ctx, { groupId: group.id, posting: "members" });
  await apply(group.id);
  expect([await lists.find(group.address), (await accounts.find(group.address))?.blocks]).toEqual([null, []]);
  await t.arrive(smtpPort, { from: "bo@outside.example", to: group.address, subject: "Under the rule" });
  expect(await t.lookUntil(services, world.ctx, group.id, 1)).toMatchObject([{ state: "held", reason: "stranger" }]);
  await updateGroup(world.ctx, { groupId: group.id, posting: "anyone" });
  await apply(group.id);
  expect(await t.postsOf(world.ctx, group.id)).toMatchObject([{ state: "held" }]);
  await t.arrive(smtpPort, { from: "bo@outside.example", to: group.address, subject: "Without a rule" });
  await t.lookUntil(services, world.ctx, group.id, 2);
  await eventually(
    () => t.subjectsOf(ana),
    (subjects) => subjects.includes("Without a rule"),
  );
});

test("while a group gets a rule no mail to it is refused, and none is lost", async () => {
  const group = await t.appliedGroup(services, world, { localPart: "busy", ...open }, [ana.address]);
  let isOver = false;
  const sent: string[] = [];
  const outcomes = Array.from({ length: 4 }, async (_, hand) => {
    for (let n = 0; !isOver || n < 3; n++) {
      const subject = `Letter ${hand}-${n}`;
      await t.arrive(smtpPort, { from: "bo@outside.example", to: group.address, subject });
      sent.push(subject);
    }
  });
  await updateGroup(world.ctx, { groupId: group.id, posting: "members" });
  await apply(group.id);
  isOver = true;
  await Promise.all(outcomes);
  const held = async () => (await t.postsOf(world.ctx, group.id)).map(({ subject }) => subject);
  const found = await eventually(
    async () => {
      await lookAtPosts(t.asGroupJob(services, world.ctx), { groupId: group.id });
      return [...(await held()), ...(await t.subjectsOf(ana))].filter((subject) => sent.includes(subject));
    },
    (subjects) => subjects.length >= sent.length,
  );
  expect(found.toSorted()).toEqual(sent.toSorted());
}, 60_000);

test("a deleted group refuses mail, keeps what waits, and is erased after 30 days", async () => {
  const group = await t.appliedGroup(services, world, { localPart: "gone" }, [ana.address]);
  const letter = { from: "bo@outside.example", to: group.address, subject: "Waits" };
  await t.arrive(smtpPort, letter);
  await t.lookUntil(services, world.ctx, group.id, 1);
  await removeGroup(world.ctx, { groupId: group.id });
  await apply(group.id);
  expect(await t.arrive(smtpPort, letter).catch((error: Error) => error.message)).toContain("550");
  await undeleteGroup(world.ctx, { groupId: group.id });
  await apply(group.id);
  await t.arrive(smtpPort, { ...letter, subject: "Waits too" });
  expect(await t.lookUntil(services, world.ctx, group.id, 2)).toMatchObject([{ state: "held" }, { state: "held" }]);
  await removeGroup(world.ctx, { groupId: group.id });
  await apply(group.id, 31);
  expect(await accounts.find(group.address)).toBeNull();
  expect(await owner.select().from(groups).where(eq(groups.id, group.id))).toEqual([]);
  expect(await auditedActions(services, world.ctx.tenantId)).toContain("group.erase");
});

test("the key to a group's posts is renewed before it ends, and the old one opens nothing", async () => {
  const group = await t.appliedGroup(services, world, { localPart: "keys" }, [ana.address]);
  const before = await rowOf(group.id);
  await apply(group.id, 100);
  expect((await rowOf(group.id)).engineKeyId).toBe(before.engineKeyId);
  const now = () => new Date(Date.now() + 340 * 86_400_000);
  expect(await sweepGroups({ ...services, now })).toBeGreaterThan(0);
  await apply(group.id, 340);
  const after = await rowOf(group.id);
  expect(after.engineKeyId).not.toBe(before.engineKeyId);
  await t.arrive(smtpPort, { from: "bo@outside.example", to: group.address, subject: "With a new key" });
  expect(await t.lookUntil(services, world.ctx, group.id, 1)).toHaveLength(1);
});
