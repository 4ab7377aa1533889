import { expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { auditedActions, refusalOf, testMember, testServices } from "~/server/testing";
import { jobs, mailUsers } from "../../../../db/schema";
import { changeUser } from "./change-user";
import { resumeUser } from "./resume-user";
import { setPassword } from "./set-password";
import { setQuota } from "./set-quota";
import { suspendUser } from "./suspend-user";
import { removeUser } from "./remove-user";
import { appliedUser, gigabyte, jobsOf, tenantWithDomain } from "./testing-users";

const { services, owner } = await testServices();
const { ctx, viewer, domainId } = await tenantWithDomain(services, "acme.test");
const { ctx: stranger } = await testMember(services);
const user = await appliedUser(services, ctx, domainId, "ana");
const rowOf = async (id: string) => (await owner.select().from(mailUsers).where(eq(mailUsers.id, id)))[0]!;
const rename = { action: "user.set_quota", set: { quotaBytes: gigabyte } };

const changes = {
  setPassword: (as: typeof ctx, userId: string) => setPassword(as, { userId, password: "another long walk" }),
  setQuota: (as: typeof ctx, userId: string) => setQuota(as, { userId, quotaBytes: 2 * gigabyte }),
  suspendUser: (as: typeof ctx, userId: string) => suspendUser(as, { userId }),
  resumeUser: (as: typeof ctx, userId: string) => resumeUser(as, { userId }),
  removeUser: (as: typeof ctx, userId: string) => removeUser(as, { userId }),
};

test.each(Object.entries(changes))(
  "%s refuses viewers, other tenants and users that are not there",
  async (_, change) => {
    const before = await rowOf(user.id);
    expect(await refusalOf(change(viewer, user.id))).toBe("auth.role_too_low");
    expect(await refusalOf(change(stranger, user.id))).toBe("user.not_found");
    expect(await refusalOf(change(ctx, Bun.randomUUIDv7()))).toBe("user.not_found");
    expect(await rowOf(user.id)).toEqual(before);
    expect(await auditedActions(services, stranger.tenantId)).toEqual([]);
  },
);

test("a change is a new revision with its job, and open pages hear of it", async () => {
  await owner.delete(jobs);
  const stop = new AbortController();
  let isChanged = false;
  const told = (async () => {
    for await (const { topic, subjectId } of services.events.subscribe(ctx.tenantId, stop.signal))
      if (topic === "user" && subjectId === user.id && isChanged) return true;
  })();
  const { revision } = await rowOf(user.id);
  const change = changeUser(ctx, user.id, () => rename);
  isChanged = true;
  await change;
  expect((await rowOf(user.id)).revision).toBe(revision + 1);
  expect(await jobsOf(services, user.id)).toHaveLength(1);
  expect(await told).toBe(true);
  stop.abort();
});

test("what is as wished already is left alone: no revision, no job, no audit row", async () => {
  await owner.delete(jobs);
  const [before, audited] = [await rowOf(user.id), await auditedActions(services, ctx.tenantId)];
  await changeUser(ctx, user.id, () => null);
  expect(await rowOf(user.id)).toEqual(before);
  expect(await auditedActions(services, ctx.tenantId)).toEqual(audited);
  expect(await jobsOf(services, user.id)).toEqual([]);
});

test("a change that fails half-way leaves nothing behind", async () => {
  const before = await rowOf(user.id);
  const failing = changeUser(ctx, user.id, () => ({ ...rename, set: { state: "nonsense" as never } }));
  expect(await failing.then(() => "changed").catch(() => "failed")).toBe("failed");
  expect(await rowOf(user.id)).toEqual(before);
});

test("two who change a user at once both count", async () => {
  const { revision } = await rowOf(user.id);
  await Promise.all([1, 2, 3].map((n) => setQuota(ctx, { userId: user.id, quotaBytes: (n + 2) * gigabyte })));
  expect((await rowOf(user.id)).revision).toBe(revision + 3);
});
