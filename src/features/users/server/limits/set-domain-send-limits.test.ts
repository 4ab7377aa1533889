import { expect, setDefaultTimeout, test } from "bun:test";
import { auditedActions, refusalOf } from "~/server/testing";
import { jobsOf } from "../testing-users";
import { setDomainSendLimits } from "./set-domain-send-limits";
import { sendLimitsWorld } from "./testing-send-limits";

setDefaultTimeout(60_000);

const { services, ctx, viewer, other, tenantId, domainId } = await sendLimitsWorld();

test("all of a domain are held to a limit, at most what the company may send", async () => {
  const set = await setDomainSendLimits(ctx, { domainId, perHour: 500, perDay: null });
  expect(set).toMatchObject({ own: { perHour: 500, perDay: null }, domain: { hour: { limit: 500, left: 500 } } });
  expect(await jobsOf(services, domainId)).toContainEqual({ name: "limits.apply", payload: { tenantId, domainId } });
  const tooMuch = setDomainSendLimits(ctx, { domainId, perHour: null, perDay: 3001 });
  expect(await refusalOf(tooMuch)).toBe("tenant.limit_reached");
  expect(await auditedActions(services, tenantId)).toContain("domain.set_send_limits");
});

test("who may only look changes nothing, nor does another company", async () => {
  const wish = { domainId, perHour: 1, perDay: 1 };
  expect(await refusalOf(setDomainSendLimits(viewer, wish))).toBe("auth.role_too_low");
  expect(await refusalOf(setDomainSendLimits(other, wish))).toBe("domain.not_found");
});
