import { expect, test } from "bun:test";
import { refusalOf } from "~/server/testing";
import { listAliases } from "./list-aliases";
import { moveAlias } from "./move-alias";
import { removeAlias } from "./remove-alias";
import { updateAlias } from "./update-alias";
import { aliasWorld } from "./testing-aliases";

const { ctx, domainId, bo, add } = await aliasWorld();

test("an alias that was removed can be added again at once", async () => {
  const { id: aliasId } = await add("undo", { note: "Kept" });
  await removeAlias(ctx, { aliasId });
  expect(await refusalOf(removeAlias(ctx, { aliasId }))).toBe("alias.not_found");
  expect((await add("undo", { note: "Kept" })).note).toBe("Kept");
});

test("postmaster@ can be given to somebody else, but neither removed nor switched off", async () => {
  const { aliases: found } = await listAliases(ctx, { domainId, search: "postmaster", limit: 5 });
  const aliasId = found[0]!.id;
  expect(await refusalOf(removeAlias(ctx, { aliasId }))).toBe("alias.is_role");
  expect(await refusalOf(updateAlias(ctx, { aliasId, isEnabled: false }))).toBe("alias.is_role");
  expect((await moveAlias(ctx, { aliasId, userId: bo.id })).isRole).toBe(true);
});
