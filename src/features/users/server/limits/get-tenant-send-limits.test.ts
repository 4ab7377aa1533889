import { expect, setDefaultTimeout, test } from "bun:test";
import { joinTenant, refusalOf } from "~/server/testing";
import { countSubmitted } from "./count-submitted";
import { getTenantSendLimits } from "./get-tenant-send-limits";
import { sendLimitsWorld } from "./testing-send-limits";

setDefaultTimeout(60_000);

const { services, ctx, viewer, other, tenantId, domainId, userId, send } = await sendLimitsWorld();

test("what the company sent is the sum of webmail and mail programs, and nobody else's", async () => {
  await send(7);
  const seen = { tenantId, domainId, mailUserId: userId, recipients: 12, at: ctx.now() };
  await ctx.tx((tx) => countSubmitted(tx, seen));
  const limits = await getTenantSendLimits(viewer);
  expect(limits).toMatchObject({ tenant: { hour: { limit: 1000, used: 12 } }, perUser: { perHour: 40, perDay: 100 } });
  expect((await getTenantSendLimits(other)).tenant.day.used).toBe(0);
});

test("who looks after some domains only does not see the company's numbers", async () => {
  const keeper = (await joinTenant(services, tenantId, "domain_admin", [domainId])).ctx;
  expect(await refusalOf(getTenantSendLimits(keeper))).toBe("auth.role_too_low");
});
