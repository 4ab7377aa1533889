import { expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { addDomain } from "~/features/domains/server/add-domain";
import { listDomains } from "~/features/domains/server/list-domains";
import { type MemberCtx, memberContext } from "~/server/context";
import { liveEvents } from "~/server/live";
import { auditedActions, joinTenant, refusalOf, testMember, testServices } from "~/server/testing";
import { auditLogs, people } from "../../../../../db/schema";
import { setRole } from "./set-role";
import { browserOf, mailsTo } from "./testing-team";

const { services, owner: db } = await testServices();
const { ctx: owner } = await testMember(services);
const { tenantId } = owner;
const join = async (role: "owner" | "admin" | "domain_admin" | "viewer", domainIds: string[] | null = null) =>
  (await joinTenant(services, tenantId, role, domainIds)).ctx;
const idOf = ({ actor }: MemberCtx) => actor.memberId;
const { id: ours } = await addDomain(owner, { name: "ours.example" });
const { id: others } = await addDomain(owner, { name: "others.example" });

test("V8.3.2 a new role counts at the next click, in a browser that is open", async () => {
  const admin = await join("admin");
  const browser = await browserOf(services, admin);
  const add = () => browser.visit((ctx) => refusalOf(addDomain(memberContext(ctx), { name: `${Date.now()}.example` })));
  expect(await add()).toBe("none");
  await setRole(owner, { memberId: idOf(admin), role: "viewer" });
  expect(await add()).toBe("auth.role_too_low");
  expect(await browser.visit((ctx) => ctx.member?.role)).toBe("viewer");
  expect(await auditedActions(services, tenantId)).toContain("member.set_role");
});

test("V8.3.2 other domains count at once for a domain admin", async () => {
  const keeper = await join("domain_admin", [ours]);
  const browser = await browserOf(services, keeper);
  const seen = () =>
    browser.visit(async (ctx) => (await listDomains(memberContext(ctx), { limit: 50 })).domains.map(({ id }) => id));
  expect(await seen()).toEqual([ours]);
  await setRole(owner, { memberId: idOf(keeper), role: "domain_admin", domainIds: [others] });
  expect(await seen()).toEqual([others]);
});

test("open pages of the member are told to ask again who they are", async () => {
  const admin = await join("admin");
  const browser = await browserOf(services, admin);
  const stop = new AbortController();
  const last = await browser.visit(async (ctx) => {
    const stream = liveEvents(memberContext(ctx), stop.signal);
    const first = stream.next();
    await setRole(owner, { memberId: idOf(admin), role: "viewer" });
    for (let event = await first; !event.done; event = await stream.next())
      if (event.value.topic === "session") return event.value;
  });
  stop.abort();
  expect(last).toMatchObject({ topic: "session" });
});

test("the member is told by mail, and the log has both roles", async () => {
  const viewer = await join("viewer");
  await setRole(owner, { memberId: idOf(viewer), role: "admin" });
  const [mail] = await mailsTo(services, db, viewer.actor.email);
  expect(mail).toMatchObject({ kind: "role_changed", fields: { role: "Admin", by: owner.actor.email } });
  const [row] = await db
    .select()
    .from(auditLogs)
    .where(eq(auditLogs.subjectId, idOf(viewer)));
  expect(row).toMatchObject({ before: { role: "viewer" }, after: { role: "admin" } });
});

test("V8.2.1 admins make no owners and change none; domain admins and viewers change nobody", async () => {
  const [admin, viewer] = [await join("admin"), await join("viewer")];
  const keeper = await join("domain_admin", [ours]);
  const as = (ctx: MemberCtx, memberId: string, role: "owner" | "viewer" | "admin") =>
    refusalOf(setRole(ctx, { memberId, role }));
  expect(await as(admin, idOf(viewer), "owner")).toBe("auth.role_too_low");
  expect(await as(admin, idOf(admin), "owner")).toBe("auth.role_too_low");
  expect(await as(admin, idOf(owner), "viewer")).toBe("auth.role_too_low");
  expect(await as(admin, idOf(viewer), "admin")).toBe("none");
  for (const ctx of [viewer, keeper]) expect(await as(ctx, idOf(ctx), "admin")).toBe("auth.role_too_low");
});

test("V8.4.1 another tenant's member is no member here, and another tenant's domain no domain", async () => {
  const { ctx: stranger } = await testMember(services);
  expect(await refusalOf(setRole(owner, { memberId: idOf(stranger), role: "viewer" }))).toBe("member.not_found");
  const { id } = await addDomain(stranger, { name: "theirs.example" });
  const keeper = idOf(await join("viewer"));
  const set = refusalOf(setRole(owner, { memberId: keeper, role: "domain_admin", domainIds: [id] }));
  expect(await set).toBe("domain.not_found");
});

test("only who has confirmed an address becomes an owner", async () => {
  const viewer = await join("viewer");
  const own = eq(people.id, viewer.actor.personId);
  await db.update(people).set({ emailConfirmedAt: null }).where(own);
  const promote = () => refusalOf(setRole(owner, { memberId: idOf(viewer), role: "owner" }));
  expect(await promote()).toBe("auth.not_confirmed");
  await db.update(people).set({ emailConfirmedAt: new Date() }).where(own);
  expect(await promote()).toBe("none");
});

test("what is so already is no change: no log, no mail", async () => {
  const viewer = await join("viewer");
  await setRole(owner, { memberId: idOf(viewer), role: "viewer" });
  expect(await mailsTo(services, db, viewer.actor.email)).toEqual([]);
});

test("the last owner stays one; of two who step down at once, one does", async () => {
  const { ctx: first } = await testMember(services);
  const stepDown = (ctx: MemberCtx) => refusalOf(setRole(ctx, { memberId: idOf(ctx), role: "admin" }));
  expect(await stepDown(first)).toBe("member.last_owner");
  const second = (await joinTenant(services, first.tenantId, "owner")).ctx;
  const outcomes = await Promise.all([stepDown(first), stepDown(second)]);
  expect(outcomes.toSorted()).toEqual(["member.last_owner", "none"]);
});
