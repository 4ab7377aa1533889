import { expect, setDefaultTimeout, test } from "bun:test";
import { eq } from "drizzle-orm";
import { addAlias } from "~/features/users/server/aliases/add-alias";
import { removeAlias } from "~/features/users/server/aliases/remove-alias";
import { createUser } from "~/features/users/server/create-user";
import { forwardingWorld } from "~/features/users/server/forwarding/testing-forwarding";
import { applyGroup } from "~/features/users/server/groups/apply-group";
import { appliedGroup, asGroupJob } from "~/features/users/server/groups/testing-groups";
import { gigabyte, password } from "~/features/users/server/testing-users";
import { until } from "~/lib/testing-until";
import { auditedActions, refusalOf, testMember } from "~/server/testing";
import { jobs } from "../../../../../db/schema";
import { activeDomain, asJob } from "../testing-domains";
import { applyDomain } from "../apply-domain";
import { getAddressing } from "./get-addressing";
import { setAliasOf } from "./set-alias-of";
import { setCatchAll } from "./set-catch-all";

setDefaultTimeout(30_000);
const { services, owner, ctx, viewer, domainId, newUser, send, inboxOf, apply } = await forwardingWorld();
const { id: otherId } = await activeDomain(services, ctx, "acme-other.test");
const ana = await newUser("ana");
const alias = (where: string, localPart: string) =>
  addAlias(ctx, { userId: ana.id, domainId: where, localPart, note: "", isEnabled: true });
const applyAll = async () => {
  await applyDomain(asJob(services, ctx), { domainId: otherId });
  await apply(ana.id);
};

test("a domain with addresses of its own cannot become another name; what every domain must have is in nobody's way", async () => {
  const { id: aliasId } = await alias(otherId, "own");
  expect(await refusalOf(setAliasOf(ctx, { domainId: otherId, mainId: domainId }))).toBe("domain.has_addresses");
  await removeAlias(ctx, { aliasId });
  expect(await getAddressing(ctx, { domainId: otherId })).toMatchObject({ hasAddresses: false });
  expect(await refusalOf(setAliasOf(ctx, { domainId: otherId, mainId: otherId }))).toBe("domain.alias_refused");
});

test("every address of a domain works under its other name, until that ends", async () => {
  await alias(domainId, "info");
  await owner.delete(jobs);
  const view = await setAliasOf(ctx, { domainId: otherId, mainId: domainId });
  expect(view).toMatchObject({ aliasOf: { id: domainId, name: "acme.test" }, roles: [] });
  expect((await owner.select().from(jobs).where(eq(jobs.key, ana.id))).length).toBe(1);
  await applyAll();
  for (const local of ["ana", "info", "postmaster", "ana+tag"]) {
    expect(await send(`${local}@acme-other.test`, `to ${local}`)).toBe("accepted");
    await until(async () => (await inboxOf(ana.address)).includes(`to ${local}`));
  }
  expect(await send("nobody@acme-other.test", "lost")).toContain("550");
  expect((await getAddressing(ctx, { domainId })).otherNames.map(({ name }) => name)).toEqual(["acme-other.test"]);
  await setAliasOf(ctx, { domainId: otherId, mainId: null });
  await applyAll();
  expect(await send("ana@acme-other.test", "over")).toContain("550");
  const said = (await auditedActions(services, ctx.tenantId)).filter((action) => action === "domain.set_alias_of");
  expect(said.length).toBe(2);
});

test("groups work under the other name too, lists and those with rules alike", async () => {
  const world = { ctx, viewer, domainId, name: "acme.test" };
  const groupIds: string[] = [];
  for (const [localPart, posting] of [
    ["everybody", "anyone"],
    ["few", "named"],
  ] as const)
    groupIds.push((await appliedGroup(services, world, { localPart, posting }, [ana.address])).id);
  await setAliasOf(ctx, { domainId: otherId, mainId: domainId });
  await applyAll();
  for (const groupId of groupIds) await applyGroup(asGroupJob(services, ctx), { groupId });
  expect(await send("everybody@acme-other.test", "to all")).toBe("accepted");
  await until(async () => (await inboxOf(ana.address)).includes("to all"));
  expect(await send("few@acme-other.test", "to few")).toBe("accepted");
  await setAliasOf(ctx, { domainId: otherId, mainId: null });
  await applyAll();
  for (const groupId of groupIds) await applyGroup(asGroupJob(services, ctx), { groupId });
  expect(await send("everybody@acme-other.test", "over")).toContain("550");
  expect(await send("few@acme-other.test", "over")).toContain("550");
});

test("another name has no addresses of its own, and catches as its domain does", async () => {
  await setAliasOf(ctx, { domainId: otherId, mainId: domainId });
  const user = { localPart: "eve", displayName: "", password, quotaBytes: gigabyte };
  expect(await refusalOf(createUser(ctx, { ...user, domainId: otherId }))).toBe("domain.is_alias");
  expect(await refusalOf(alias(otherId, "eve"))).toBe("domain.is_alias");
  expect(await refusalOf(setCatchAll(ctx, { domainId: otherId, address: ana.address }))).toBe("domain.is_alias");
  await setCatchAll(ctx, { domainId, address: ana.address });
  await applyAll();
  expect(await send("whoever@acme-other.test", "caught there")).toBe("accepted");
  await until(async () => (await inboxOf(ana.address)).includes("caught there"));
});

test("names do not form chains, and are given by those who may", async () => {
  const { id: thirdId } = await activeDomain(services, ctx, "acme-third.test");
  expect(await refusalOf(setAliasOf(ctx, { domainId: thirdId, mainId: otherId }))).toBe("domain.alias_refused");
  expect(await refusalOf(setAliasOf(ctx, { domainId, mainId: thirdId }))).toBe("domain.alias_refused");
  const { ctx: stranger } = await testMember(services);
  expect(await refusalOf(setAliasOf(viewer, { domainId: thirdId, mainId: domainId }))).toBe("auth.role_too_low");
  expect(await refusalOf(setAliasOf(stranger, { domainId: thirdId, mainId: domainId }))).toBe("domain.not_found");
  expect(await refusalOf(setAliasOf(ctx, { domainId: thirdId, mainId: Bun.randomUUIDv7() }))).toBe("domain.not_found");
});
