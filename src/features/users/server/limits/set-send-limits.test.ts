import { expect, setDefaultTimeout, test } from "bun:test";
import { activeDomain } from "~/features/domains/server/testing-domains";
import { auditedActions, joinTenant, refusalOf } from "~/server/testing";
import { jobsOf } from "../testing-users";
import { setSendLimits } from "./set-send-limits";
import { sendLimitsWorld } from "./testing-send-limits";

setDefaultTimeout(60_000);

const { services, ctx, viewer, other, tenantId, domainId, userId } = await sendLimitsWorld();

test("an administrator sets a limit within the plan, and the mail server hears of it", async () => {
  const set = await setSendLimits(ctx, { userId, perHour: 30, perDay: null });
  expect(set).toMatchObject({ own: { perHour: 30, perDay: null }, user: { hour: { limit: 30 }, day: { limit: 100 } } });
  expect(await jobsOf(services, domainId)).toContainEqual({ name: "limits.apply", payload: { tenantId, domainId } });
  expect(await refusalOf(setSendLimits(ctx, { userId, perHour: 41, perDay: null }))).toBe("tenant.limit_reached");
  expect(await auditedActions(services, tenantId)).toContain("user.set_send_limits");
});

test("who may only look changes nothing, nor does another company, nor who looks after another domain", async () => {
  const wish = { userId, perHour: 1, perDay: 1 };
  const second = await activeDomain(services, ctx, "second.test");
  const keeper = (await joinTenant(services, tenantId, "domain_admin", [second.id])).ctx;
  expect(await refusalOf(setSendLimits(viewer, wish))).toBe("auth.role_too_low");
  expect(await refusalOf(setSendLimits(other, wish))).toBe("user.not_found");
  expect(await refusalOf(setSendLimits(keeper, wish))).toBe("user.not_found");
});
