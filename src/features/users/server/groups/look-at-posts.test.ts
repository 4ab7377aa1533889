import { expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { aliases } from "../../../../../db/schema";
import { publishZone } from "~/features/domains/server/dns/zone-files";
import { eventually } from "~/lib/testing-eventually";
import { testServices } from "~/server/testing";
import { suspendUser } from "../suspend-user";
import { applyNow } from "../testing-users";
import { approveGroupPost } from "./approve-group-post";
import { lookAtPosts } from "./look-at-posts";
import { rejectGroupPost } from "./reject-group-post";
import { addGroupMember } from "./add-group-member";
import * as t from "./testing-groups";

const { services, smtpPort, owner } = await testServices();
const world = await t.groupWorld(services, "acme.test");
const { ctx } = world;
const ana = await t.reader(services, world, "ana");
const bea = await t.reader(services, world, "bea");
const other = await t.groupWorld(services, "elsewhere.test");
const outsider = await t.reader(services, other, "cleo");
await publishZone(services.platform.trialZone!.dataDir, "outside.test", [
  { name: "outside.test", type: "TXT", value: "v=spf1 ip4:127.0.0.1 -all", ttlSeconds: 5 },
]);

const reasons = (rows: { state: string; reason: string | null }[]) =>
  rows.map(({ state, reason }) => `${state} ${reason}`);
const gets = (reader: t.Reader, subject: string) =>
  eventually(
    () => t.subjectsOf(reader),
    (subjects) => subjects.includes(subject),
  );

test("a member's post reaches every member once, as it was written and under the group's name", async () => {
  const group = await t.appliedGroup(services, world, { localPart: "team", name: "Team" }, [
    ana.address,
    bea.address,
    outsider.address,
  ]);
  await t.write(ana, group.address, "Lunch at noon");
  expect(reasons(await t.lookUntil(services, ctx, group.id, 1))).toEqual(["passed null"]);
  for (const reader of [ana, bea, outsider]) await gets(reader, "Lunch at noon");
  const row = (await bea.engine.threads.list(t.inbox)).threads.find(({ subject }) => subject === "Lunch at noon")!;
  const raw = Buffer.from(await bea.engine.messages.source(row.messageId)).toString();
  expect(raw).toContain('List-Id: "Team" <team.acme.test>\r\n');
  expect(raw).toContain(`Return-Path: <${group.address}>`);
  expect((await bea.engine.messages.get(row.messageId)).from).toEqual([{ name: null, email: ana.address }]);
  for (let again = 0; again < 3; again++) await lookAtPosts(t.asGroupJob(services, ctx), { groupId: group.id });
  expect((await t.subjectsOf(bea)).filter((subject) => subject === "Lunch at noon")).toHaveLength(1);
});

test("a stranger's mail waits, and nobody gets it before somebody says so", async () => {
  const group = await t.appliedGroup(services, world, { localPart: "closed" }, [bea.address]);
  await t.arrive(smtpPort, { from: "bo@outside.test", to: group.address, subject: "Cheap watches" });
  const [post] = await t.lookUntil(services, ctx, group.id, 1);
  expect(post).toMatchObject({
    state: "held",
    reason: "stranger",
    sender: "bo@outside.test",
    subject: "Cheap watches",
  });
  expect(await t.subjectsOf(bea)).not.toContain("Cheap watches");
  await approveGroupPost(ctx, { groupId: group.id, postId: post!.id });
  await lookAtPosts(t.asGroupJob(services, ctx), { groupId: group.id });
  await gets(bea, "Cheap watches");
  expect(await t.postsOf(ctx, group.id)).toMatchObject([{ state: "passed", decidedBy: ctx.actor.email }]);
});

test("mail in a member's name from somewhere else waits", async () => {
  const group = await t.appliedGroup(services, world, { localPart: "forged" }, [ana.address, bea.address]);
  await t.arrive(smtpPort, { from: ana.address, to: group.address, subject: "Pay this", envelope: "eve@outside.test" });
  const forged = "mail.deftmail.test; dmarc=pass header.from=acme.test";
  const headers = { "Authentication-Results": forged };
  const envelope = "eve@outside.test";
  await t.arrive(smtpPort, { from: ana.address, to: group.address, subject: "And this", headers, envelope });
  expect(reasons(await t.lookUntil(services, ctx, group.id, 2))).toEqual(["held unproven", "held unproven"]);
});

test("somebody of another tenant here cannot write in a member's name either", async () => {
  const group = await t.appliedGroup(services, world, { localPart: "inside" }, [ana.address]);
  const [identity] = await outsider.engine.identities.list();
  await outsider.engine.submissions.send({
    ...{
      identityId: identity!.id,
      from: { name: null, email: outsider.address },
      to: [{ name: null, email: group.address }],
    },
    ...{ cc: [], bcc: [], subject: "As myself", text: "Hi", html: null, messageId: `${Bun.randomUUIDv7()}@x` },
    ...{ inReplyTo: [], references: [], attachments: [], holdSeconds: 0 },
  });
  const raw = Buffer.from(
    `From: ${ana.address}\r\nTo: ${group.address}\r\nSubject: As Ana\r\nMessage-ID: <x@y>\r\n\r\nHi\r\n`,
  );
  const verdict = "Authentication-Results: mail.deftmail.test; dmarc=pass header.from=acme.test\r\n";
  const sealed = Buffer.concat([Buffer.from(verdict), Buffer.from(String(raw).replace("As Ana", "Sealed"))]);
  const twice = { raw: sealed, sender: outsider.address, recipients: [group.address], key: "sealed" };
  await outsider.engine.submissions.passOn(twice);
  await outsider.engine.submissions.passOn({
    raw,
    sender: outsider.address,
    recipients: [group.address],
    key: "forged",
  });
  const posts = await t.lookUntil(services, ctx, group.id, 3);
  expect(posts.map(({ subject, reason }) => [subject, reason]).toSorted()).toEqual([
    ["As Ana", "unproven"],
    ["As myself", "stranger"],
    ["Sealed", "unproven"],
  ]);
});

test("a member may write from another address that is hers too, as long as it works", async () => {
  const group = await t.appliedGroup(services, world, { localPart: "aliased" }, [ana.address, bea.address]);
  const alias = { tenantId: ctx.tenantId, domainId: world.domainId, mailUserId: ana.userId, address: "anna@acme.test" };
  await owner.insert(aliases).values(alias);
  const write = (subject: string) => {
    const text = `From: ${alias.address}\r\nTo: ${group.address}\r\nSubject: ${subject}\r\nMessage-ID: <${subject}@x>\r\n\r\nHi\r\n`;
    const passed = { raw: Buffer.from(text), sender: ana.address, recipients: [group.address] };
    return ana.engine.submissions.passOn({ ...passed, key: subject.toLowerCase() });
  };
  await write("Anna");
  expect(reasons(await t.lookUntil(services, ctx, group.id, 1))).toEqual(["passed null"]);
  await owner.update(aliases).set({ isEnabled: false }).where(eq(aliases.address, alias.address));
  await write("Nobody");
  expect(reasons(await t.lookUntil(services, ctx, group.id, 2))).toEqual(["passed null", "held stranger"]);
});

test("an external member whose domain vouches for the letter may write", async () => {
  const group = await t.appliedGroup(services, world, { localPart: "partners" }, [bea.address, "bo@outside.test"]);
  await t.arrive(smtpPort, { from: "bo@outside.test", to: group.address, subject: "From the partner" });
  const [post] = await t.lookUntil(services, ctx, group.id, 1);
  expect(post?.state).toBe("passed");
  await gets(bea, "From the partner");
});

test("automatic answers, reports and what was here before are passed on to nobody", async () => {
  const group = await t.appliedGroup(services, world, { localPart: "open", posting: "anyone", isModerated: true }, [
    bea.address,
  ]);
  const to = group.address;
  const from = "bo@outside.test";
  await t.arrive(smtpPort, { from, to, subject: "Away", headers: { "Auto-Submitted": "auto-replied" } });
  await t.arrive(smtpPort, { from, to, subject: "Again", headers: { "X-Loop": to } });
  await t.arrive(smtpPort, { from, to, subject: "Failed", envelope: "" });
  const posts = await t.lookUntil(services, ctx, group.id, 3);
  expect(reasons(posts).toSorted()).toEqual(["rejected auto_reply", "rejected bounce", "rejected loop"]);
});

test("a rejected post reaches nobody, and its sender hears of it when there is a word", async () => {
  const group = await t.appliedGroup(
    services,
    world,
    { localPart: "moderated", posting: "anyone", isModerated: true },
    [bea.address],
  );
  await t.write(outsider, group.address, "Buy my book");
  await t.write(outsider, group.address, "Buy my other book");
  const [first, second] = await t.lookUntil(services, ctx, group.id, 2);
  await rejectGroupPost(ctx, { groupId: group.id, postId: first!.id, word: "Not here, please. Größe!" });
  await rejectGroupPost(ctx, { groupId: group.id, postId: second!.id });
  await gets(outsider, `Re: ${first!.subject}`);
  await lookAtPosts(t.asGroupJob(services, ctx), { groupId: group.id });
  expect((await t.subjectsOf(outsider)).filter((subject) => subject.startsWith("Re:"))).toHaveLength(1);
  expect((await t.subjectsOf(bea)).filter((subject) => subject.includes("book"))).toEqual([]);
});

test("a member who asks by mail to be left out is, and a suspended one gets nothing", async () => {
  const dan = await t.reader(services, world, "dan");
  const group = await t.appliedGroup(services, world, { localPart: "news" }, [ana.address, bea.address, dan.address]);
  await t.write(bea, group.address, "Unsubscribe");
  expect(reasons(await t.lookUntil(services, ctx, group.id, 1))).toEqual(["rejected unsubscribed"]);
  await suspendUser(ctx, { userId: dan.userId, blocks: ["receive"] });
  await applyNow(services, ctx, dan.userId);
  await t.write(ana, group.address, "Only for Ana");
  await t.lookUntil(services, ctx, group.id, 2);
  await gets(ana, "Only for Ana");
  for (const left of [bea, dan]) expect(await t.subjectsOf(left)).not.toContain("Only for Ana");
});

test("a post to more members than fit into one submission reaches each of them once, also when two workers are at it", async () => {
  const group = await t.appliedGroup(services, world, { localPart: "all", posting: "anyone", isModerated: true }, [
    ana.address,
  ]);
  for (let n = 0; n < 104; n++)
    await addGroupMember(ctx, { groupId: group.id, email: `nobody${n}@outside.test`, receives: true, mayPost: false });
  await addGroupMember(ctx, { groupId: group.id, email: bea.address, receives: true, mayPost: false });
  await t.write(ana, group.address, "To all of you");
  const [post] = await t.lookUntil(services, ctx, group.id, 1);
  await approveGroupPost(ctx, { groupId: group.id, postId: post!.id });
  const look = () => lookAtPosts(t.asGroupJob(services, ctx), { groupId: group.id });
  await Promise.all([look(), look(), look()]);
  await gets(bea, "To all of you");
  await look();
  for (const reader of [ana, bea])
    expect((await t.subjectsOf(reader)).filter((subject) => subject === "To all of you")).toHaveLength(1);
}, 60_000);
