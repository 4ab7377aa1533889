import { expect, test } from "bun:test";
import { refusalOf } from "~/server/testing";
import { moveAlias } from "./move-alias";
import { aliasWorld } from "./testing-aliases";

const { ctx, ana, bo, add, revisionOf } = await aliasWorld();

test("an alias goes to another mailbox, and the mail server is told of both", async () => {
  const { id: aliasId } = await add("move");
  const before = [await revisionOf(ana.id), await revisionOf(bo.id)];
  expect(await moveAlias(ctx, { aliasId, userId: bo.id })).toMatchObject({
    userId: bo.id,
    userAddress: "bo@acme.test",
  });
  expect([await revisionOf(ana.id), await revisionOf(bo.id)]).toEqual(before.map((revision) => revision + 1));
  expect(await refusalOf(moveAlias(ctx, { aliasId, userId: Bun.randomUUIDv7() }))).toBe("user.not_found");
});
