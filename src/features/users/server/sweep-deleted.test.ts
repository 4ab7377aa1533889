import { expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { testServices } from "~/server/testing";
import { jobs, mailUsers } from "../../../../db/schema";
import { removeUser } from "./remove-user";
import { sweepDeleted } from "./sweep-deleted";
import { appliedUser, applyNow, tenantWithDomain } from "./testing-users";

const { services, owner } = await testServices();
const { ctx, domainId } = await tenantWithDomain(services, "acme.test");
const { accounts } = services.engine.directory;

test("after thirty days a deleted user is erased with all mail, and not before", async () => {
  const user = await appliedUser(services, ctx, domainId, "ana");
  await appliedUser(services, ctx, domainId, "living");
  await removeUser(ctx, { userId: user.id });
  await applyNow(services, ctx, user.id);
  await owner.delete(jobs);
  const after = (days: number) => ({ ...services, now: () => new Date(Date.now() + days * 86_400_000) });
  expect(await sweepDeleted(after(29.9))).toBe(0);
  expect(await sweepDeleted(after(30.1))).toBe(1);
  const asked = await owner.select().from(jobs).where(eq(jobs.key, user.id));
  expect(asked.map(({ name, payload }) => [name, payload])).toEqual([
    ["engine.apply", { tenantId: ctx.tenantId, kind: "mail_user", id: user.id }],
  ]);
  await applyNow(after(29.9), ctx, user.id);
  expect(await accounts.find(user.address)).not.toBeNull();
  await applyNow(after(30.1), ctx, user.id);
  expect(await accounts.find(user.address)).toBeNull();
  expect(await owner.select().from(mailUsers).where(eq(mailUsers.id, user.id))).toEqual([]);
});

test("work that still waits keeps its pace", async () => {
  const user = await appliedUser(services, ctx, domainId, "bea");
  await removeUser(ctx, { userId: user.id });
  const later = { ...services, now: () => new Date(Date.now() + 30.1 * 86_400_000) };
  expect(await sweepDeleted(later)).toBe(0);
});
