import { expect, test } from "bun:test";
import { refusalOf, testMember, testServices } from "~/server/testing";
import { PreviewBulk } from "../../schema/bulk";
import { insertUsers } from "../runs/testing-runs";
import { tenantWithDomain } from "../testing-users";
import { previewBulk } from "./preview-bulk";

const { services, owner } = await testServices();
const { ctx, viewer, domainId } = await tenantWithDomain(services, "preview.test");
const { tenantId } = ctx;
const userIds = await insertUsers(owner, { tenantId, domainId, domain: "preview.test", count: 12 });
const preview = (input: object, by = ctx) => previewBulk(by, PreviewBulk.parse({ action: "suspend", ...input }));

test("before anything is done one is told how many it would be, and some of them", async () => {
  expect(await preview({ filter: { search: "u0" } })).toEqual({
    count: 10,
    examples: [0, 1, 2, 3, 4].map((at) => `u0${at}@preview.test`),
  });
  expect(await preview({ userIds: userIds.slice(10) })).toMatchObject({ count: 2 });
  expect(await preview({ action: "restore", userIds })).toEqual({ count: 0, examples: [] });
});

test("a selection and a filter at once, or neither, are refused", () => {
  expect(PreviewBulk.safeParse({ action: "suspend", userIds, filter: {} }).success).toBe(false);
  expect(PreviewBulk.safeParse({ action: "suspend" }).success).toBe(false);
});

test("a viewer is refused, and another tenant counts nobody", async () => {
  expect(await refusalOf(preview({ userIds }, viewer))).toBe("auth.role_too_low");
  expect(await preview({ userIds }, (await testMember(services)).ctx)).toEqual({ count: 0, examples: [] });
});
