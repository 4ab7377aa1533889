import { expect, test } from "bun:test";
import { auditedActions, testMember, testServices } from "~/server/testing";
import { ChangeName } from "../schema/account";
import { changeName } from "./change-name";
import { getMe } from "./get-me";

const { services } = await testServices();

test("colleagues see the new name, and the log says who changed it", async () => {
  const { ctx } = await testMember(services, "viewer");
  await changeName(ctx, { name: "Ana Ruiz" });
  expect((await getMe(ctx)).member.name).toBe("Ana Ruiz");
  expect(await auditedActions(services, ctx.tenantId)).toEqual(["auth.change_name"]);
});

test.each(["a\r\nBcc: x@y.example", "x".repeat(101)])("%p is no name", (name) =>
  expect(ChangeName.safeParse({ name }).success).toBe(false),
);
