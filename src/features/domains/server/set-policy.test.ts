import { expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { domainEvents, domains } from "../../../../db/schema";
import type { AppError } from "~/lib/errors";
import { auditedActions, joinTenant, refusalOf, testMember, testServices } from "~/server/testing";
import { addDomain } from "./add-domain";
import { getDomain } from "./get-domain";
import { setPolicy } from "./set-policy";
import { activeDomain } from "./testing-domains";

const { services, owner } = await testServices();
const { ctx } = await testMember(services);
const { id: domainId } = await activeDomain(services, ctx, "acme.test");

test("whoever holds a domain can forbid others the names below it, and is not named to those who ask for one", async () => {
  const other = await testMember(services);
  await setPolicy(ctx, { domainId, forbidsSubdomains: true });
  const refusal = (await addDomain(other.ctx, { name: "eu.shop.acme.test" }).catch((e: unknown) => e)) as AppError;
  expect(refusal.details.issues).toEqual([{ path: "name", message: "parent_forbids" }]);
  expect(JSON.stringify(refusal.details)).not.toContain(ctx.tenantId);
  expect((await addDomain(ctx, { name: "shop.acme.test" })).state).toBe("pending_proof");
  expect((await addDomain(other.ctx, { name: "notacme.test" })).state).toBe("pending_proof");
  expect((await getDomain(ctx, { domainId })).forbidsSubdomains).toBe(true);
  expect(await auditedActions(services, ctx.tenantId)).toContain("domain.set_policy");
  await setPolicy(ctx, { domainId, forbidsSubdomains: false });
  expect((await addDomain(other.ctx, { name: "eu.shop.acme.test" })).state).toBe("pending_proof");
});

test("a name below needs a proof of its own, and whoever holds the name above reads of it, but not whose it is", async () => {
  const other = await testMember(services);
  const below = await activeDomain(services, other.ctx, "branch.acme.test");
  const [row] = await owner.select().from(domains).where(eq(domains.id, below.id));
  expect(row?.provenAt).not.toBeNull();
  const events = await owner.select().from(domainEvents).where(eq(domainEvents.domainId, domainId));
  const told = events.filter(({ subject }) => subject === "branch.acme.test");
  expect(told).toMatchObject([{ kind: "proof", after: "name_below", tenantId: ctx.tenantId }]);
  expect(JSON.stringify(told)).not.toContain(other.ctx.tenantId);
});

test("a viewer and another tenant cannot say who may claim names below", async () => {
  const viewer = await joinTenant(services, ctx.tenantId, "viewer");
  const stranger = await testMember(services);
  const input = { domainId, forbidsSubdomains: true };
  expect(await refusalOf(setPolicy(viewer.ctx, input))).toBe("auth.role_too_low");
  expect(await refusalOf(setPolicy(stranger.ctx, input))).toBe("domain.not_found");
});
