import { expect, test } from "bun:test";
import { joinTenant, refusalOf } from "~/server/testing";
import { listAliases } from "./list-aliases";
import { moveAlias } from "./move-alias";
import { removeAlias } from "./remove-alias";
import { updateAlias } from "./update-alias";
import { aliasWorld } from "./testing-aliases";

const { services, ctx, viewer, secondId, other, ana, bo, add } = await aliasWorld();

test("the list goes on from page to page, and finds by address and note", async () => {
  for (const name of ["info", "shop", "sales"]) await add(name);
  await add("undo", { note: "Kept" });
  const seen: string[] = [];
  for (let after: string | undefined; ;) {
    const page = await listAliases(ctx, { after, limit: 2 });
    seen.push(...page.aliases.map(({ address }) => address));
    if (!(after = page.next)) break;
  }
  expect(seen).toEqual((await listAliases(ctx, { limit: 100 })).aliases.map(({ address }) => address));
  expect(new Set(seen).size).toBe(seen.length);
  expect((await listAliases(ctx, { search: "KEPT", limit: 5 })).aliases.map(({ address }) => address)).toEqual([
    "undo@acme.test",
  ]);
});

test("viewers look only, other tenants and keepers of other domains find nothing", async () => {
  const { id: aliasId } = await add("guarded");
  expect((await listAliases(viewer, { userId: ana.id, limit: 5 })).aliases.length).toBeGreaterThan(0);
  expect(await refusalOf(add("x", {}, viewer))).toBe("auth.role_too_low");
  expect(await refusalOf(removeAlias(viewer, { aliasId }))).toBe("auth.role_too_low");
  const keeper = (await joinTenant(services, ctx.tenantId, "domain_admin", [secondId])).ctx;
  for (const as of [other.ctx, keeper]) {
    expect((await listAliases(as, { search: "guarded", limit: 5 })).aliases).toEqual([]);
    expect(await refusalOf(updateAlias(as, { aliasId, note: "x" }))).toBe("alias.not_found");
    expect(await refusalOf(moveAlias(as, { aliasId, userId: bo.id }))).toBe("alias.not_found");
    expect(await refusalOf(removeAlias(as, { aliasId }))).toBe("alias.not_found");
    expect(await refusalOf(add("x", {}, as))).toBe("user.not_found");
  }
  expect(await refusalOf(add("x", { domainId: other.domainId }))).toBe("domain.not_found");
});
