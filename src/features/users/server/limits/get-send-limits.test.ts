import { expect, setDefaultTimeout, test } from "bun:test";
import { refusalOf } from "~/server/testing";
import { getSendLimits } from "./get-send-limits";
import { setDomainSendLimits } from "./set-domain-send-limits";
import { sendLimitsWorld } from "./testing-send-limits";

setDefaultTimeout(60_000);

const { ctx, viewer, other, domainId, userId, send } = await sendLimitsWorld();

test("what is left says which limit leaves the least", async () => {
  await send(15);
  expect(await getSendLimits(viewer, { userId })).toMatchObject({
    ...{ own: { perHour: null, perDay: null }, plan: { perHour: 40, perDay: 100 } },
    user: { hour: { limit: 40, used: 15, left: 25 }, day: { limit: 100, used: 15, left: 85 } },
    domain: { hour: { limit: null, used: 15, left: null } },
    tenant: { day: { limit: 3000, used: 15, left: 2985 } },
    binding: { hour: "user", day: "user" },
  });
  await setDomainSendLimits(ctx, { domainId, perHour: 20, perDay: null });
  expect((await getSendLimits(ctx, { userId })).binding).toEqual({ hour: "domain", day: "user" });
});

test("another company learns nothing", async () => {
  expect(await refusalOf(getSendLimits(other, { userId }))).toBe("user.not_found");
});
