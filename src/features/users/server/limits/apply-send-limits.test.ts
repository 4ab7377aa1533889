import { expect, setDefaultTimeout, test } from "bun:test";
import { systemContext } from "~/server/context";
import { applySendLimits } from "./apply-send-limits";
import { setDomainSendLimits } from "./set-domain-send-limits";
import { setSendLimits } from "./set-send-limits";
import { sendLimitsWorld } from "./testing-send-limits";

setDefaultTimeout(60_000);

const { services, ctx, other, domainId, userId, throttles, toEngine } = await sendLimitsWorld();

test("the mail server holds each person and all of a domain to their limits", async () => {
  await setDomainSendLimits(ctx, { domainId, perHour: 20, perDay: null });
  await setSendLimits(ctx, { userId, perHour: 30, perDay: null });
  await toEngine();
  const held = [
    { name: "all day", sender: { domain: "acme.test" }, count: 3000 },
    { name: "all hour", sender: { domain: "acme.test" }, count: 20 },
    { name: "burst 60", sender: { eachOf: "acme.test" }, count: 95 },
    { name: "burst 67", sender: { eachOf: "acme.test" }, count: 95 },
    { name: "each day", sender: { eachOf: "acme.test" }, count: 100 },
    { name: "each hour", sender: { eachOf: "acme.test" }, count: 40 },
    { name: `user ${userId} hour`, sender: { address: "ana@acme.test" }, count: 30 },
  ];
  expect(await throttles()).toEqual(held);
  const stranger = systemContext(services, { job: "limits.apply" }, other.tenantId);
  await applySendLimits(stranger, { domainId });
  expect(await throttles()).toEqual(held);
});
