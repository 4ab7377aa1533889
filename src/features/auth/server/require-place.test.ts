import { expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { systemContext } from "~/server/context";
import { joinTenant, refusalOf, testMember, testServices } from "~/server/testing";
import { testBrowser } from "~/server/testing-browser";
import { sessions, tenants } from "../../../../db/schema";
import { startSession } from "./start-session";
import { setRole } from "./team/set-role";
import { suspendTenant } from "./tenant/suspend-tenant";

const { services, owner: db } = await testServices();

/** A member, and how a sign-in of theirs ends that had found its place before. */
async function signingIn() {
  const { ctx: owner } = await testMember(services);
  const { ctx } = await joinTenant(services, owner.tenantId, "admin");
  const { memberId, personId, email, role, domainIds } = ctx.actor;
  const place = { tenantId: ctx.tenantId, memberId, personId, role, domainIds, asksForFactor: false };
  const who = { kind: "member", email, hasSecondFactor: false, ...place } as const;
  const signIn = () => refusalOf(testBrowser(services).visit((as) => startSession(as, who)));
  const open = () => db.select().from(sessions).where(eq(sessions.userId, memberId));
  return { owner, memberId, tenantId: ctx.tenantId as string, signIn, open };
}

test("V8.3.2 a role that changed while somebody signed in is not signed in with", async () => {
  const { owner, memberId, signIn, open } = await signingIn();
  await setRole(owner, { memberId, role: "viewer" });
  expect(await signIn()).toBe("auth.required");
  expect(await open()).toEqual([]);
});

test("nobody slips into a tenant that is suspended, closed or made stricter while they sign in", async () => {
  const { tenantId, signIn } = await signingIn();
  const becomes = (set: object) => db.update(tenants).set(set).where(eq(tenants.id, tenantId));
  await becomes({ state: "closed" });
  expect(await signIn()).toBe("tenant.closed");
  await becomes({ state: "active", requiresSecondFactor: true });
  expect(await signIn()).toBe("auth.required");
  await becomes({ requiresSecondFactor: false });
  expect(await signIn()).toBe("none");
});

test("of a suspension and ten sign-ins at once, whichever comes first, no session is left", async () => {
  const { tenantId, signIn, open } = await signingIn();
  const operator = systemContext(services, { script: "tenant:suspend" }, tenantId);
  const signIns = Array.from({ length: 10 }, signIn);
  await Promise.all([suspendTenant(operator, { reason: "x" }), ...signIns]);
  expect(await open()).toEqual([]);
});
