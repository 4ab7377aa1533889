import { expect, test } from "bun:test";
import { refusalOf, testServices } from "~/server/testing";
import { tenantWithDomain } from "../testing-users";
import { previewImport } from "./preview-import";
import { contentOf, countRows } from "./testing-imports";

const { services } = await testServices();
const { ctx, viewer } = await tenantWithDomain(services, "acme.test");

test("the begin of a file is shown as it would be read, and nothing is kept of it", async () => {
  const content = contentOf("email;name;password\nana@acme.test;Ana;hunter2\n");
  expect(await previewImport(ctx, { content })).toEqual({
    ...{ encoding: "utf-8", separator: ";", hasHead: true, head: ["email", "name", "password"] },
    ...{ mapping: ["address", "displayName", null], rows: [["ana@acme.test", "Ana", "•••"]], hasPasswords: true },
  });
  expect(await countRows(ctx)).toBe(0);
});

test("long texts are shortened, and only the first lines are shown", async () => {
  const lines = Array.from({ length: 50 }, (_, at) => `u${at}@acme.test,${"x".repeat(500)}`);
  const { rows } = await previewImport(ctx, { content: contentOf(`address,name\n${lines.join("\n")}`) });
  expect([rows.length, rows[0]![1]!.length]).toEqual([5, 60]);
});

test("whoever may only look cannot have a file read", async () => {
  expect(await refusalOf(previewImport(viewer, { content: contentOf("address\n") }))).toBe("auth.role_too_low");
});
