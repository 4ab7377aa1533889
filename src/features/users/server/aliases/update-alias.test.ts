import { expect, test } from "bun:test";
import { updateAlias } from "./update-alias";
import { aliasWorld } from "./testing-aliases";

const { ctx, ana, add, revisionOf } = await aliasWorld();

test("an alias is switched off and on, and its note changed", async () => {
  const { id: aliasId } = await add("switch");
  expect(await updateAlias(ctx, { aliasId, isEnabled: false })).toMatchObject({ isEnabled: false, note: "" });
  expect(await updateAlias(ctx, { aliasId, note: "Old" })).toMatchObject({ isEnabled: false, note: "Old" });
  const before = await revisionOf(ana.id);
  expect(await updateAlias(ctx, { aliasId, note: "Old" })).toMatchObject({ isEnabled: false });
  expect(await revisionOf(ana.id)).toBe(before);
});
