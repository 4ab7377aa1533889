import { expect, setDefaultTimeout, test } from "bun:test";
import { activeDomain } from "~/features/domains/server/testing-domains";
import type { Ctx } from "~/server/context";
import { joinTenant, refusalOf, testServices } from "~/server/testing";
import { ListMailDeliveries } from "../../schema/trace";
import { appliedUser, tenantWithDomain } from "../testing-users";
import { listDeliveries } from "./list-deliveries";
import { putDelivery } from "./testing-deliveries";

setDefaultTimeout(30_000);
const { services, owner } = await testServices();
const list = async (ctx: Ctx, asked: Partial<ListMailDeliveries> = {}) =>
  listDeliveries(ctx, ListMailDeliveries.parse(asked));
const recipients = async (ctx: Ctx, asked: Partial<ListMailDeliveries> = {}) =>
  (await list(ctx, asked)).deliveries.map(({ recipient }) => recipient);

const { ctx, viewer, domainId } = await tenantWithDomain(services, "acme.test");
const { tenantId } = ctx;
const ana = await appliedUser(services, ctx, domainId, "ana");
const from = { tenantId, sender: ana.address, mailUserId: ana.id };
await putDelivery(owner, { ...from, recipient: "bo@ext.test", state: "delivered", messageId: "one@acme.test" });
await putDelivery(owner, { ...from, recipient: "cy@ext.test", state: "failed", code: 550, enhancedCode: "5.1.1" });
const toAna = { recipient: "sales+x@acme.test", toUserId: ana.id };
await putDelivery(owner, { tenantId, sender: "bo@ext.test", ...toAna, state: "delivered" });
await putDelivery(owner, { tenantId, sender: "bo@ext.test", recipient: "ben@acme.test", state: "delivered" });
await putDelivery(owner, { ...from, sender: "sales@acme.test", recipient: "100%_real@ext.test", state: "deferred" });

test("mail is listed newest first, a page at a time, and nothing stands on two pages", async () => {
  const all = await recipients(viewer);
  expect(all).toEqual(["100%_real@ext.test", "ben@acme.test", "sales+x@acme.test", "cy@ext.test", "bo@ext.test"]);
  const found: string[] = [];
  for (let after: string | undefined, first = true; first || after; first = false) {
    const page = await list(ctx, { limit: 2, ...(after ? { after } : {}) });
    found.push(...page.deliveries.map(({ recipient }) => recipient));
    after = page.next;
  }
  expect(found).toEqual(all);
  expect(await refusalOf(list(ctx, { after: "x" }))).toBe("request.invalid");
});

test("it is found by state, by part of an address, by Message-ID, by day and by mailbox, what it sent and what it got", async () => {
  expect(await recipients(ctx, { state: "failed" })).toEqual(["cy@ext.test"]);
  expect(await recipients(ctx, { search: "BEN@" })).toEqual(["ben@acme.test"]);
  expect(await recipients(ctx, { search: "100%_r" })).toEqual(["100%_real@ext.test"]);
  expect(await recipients(ctx, { search: "<one@acme.test>" })).toEqual(["bo@ext.test"]);
  expect(await recipients(ctx, { sender: "sales" })).toEqual(["100%_real@ext.test"]);
  expect(await recipients(ctx, { recipient: "cy" })).toEqual(["cy@ext.test"]);
  expect(await recipients(ctx, { to: "2026-11-20T10:00:02.000Z" })).toEqual(["bo@ext.test"]);
  expect(await recipients(ctx, { from: "2026-11-20T10:00:05.000Z" })).toEqual(["100%_real@ext.test"]);
  expect(await recipients(ctx, { userId: ana.id })).toEqual([
    ...["100%_real@ext.test", "sales+x@acme.test", "cy@ext.test", "bo@ext.test"],
  ]);
});

test("why mail failed is said in a kind that has plain words", async () => {
  const [failed] = (await list(ctx, { state: "failed" })).deliveries;
  expect(failed).toMatchObject({ reason: "no_such_mailbox", code: 550, userId: ana.id });
});

test("who looks after one domain sees its mail only, and another tenant none", async () => {
  const other = await activeDomain(services, ctx, "side.test");
  await putDelivery(owner, { tenantId, sender: "x@side.test", recipient: "bo@ext.test" });
  const { ctx: held } = await joinTenant(services, tenantId, "domain_admin", [other.id]);
  expect((await list(held)).deliveries.map(({ sender }) => sender)).toEqual(["x@side.test"]);
  const stranger = await tenantWithDomain(services, "stranger.test");
  expect(await recipients(stranger.ctx)).toEqual([]);
  expect(await recipients(stranger.ctx, { userId: ana.id })).toEqual([]);
});
