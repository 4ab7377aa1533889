import { expect, setDefaultTimeout, test } from "bun:test";
import { refusalOf } from "~/server/testing";
import { getDomainSendLimits } from "./get-domain-send-limits";
import { sendLimitsWorld } from "./testing-send-limits";

setDefaultTimeout(60_000);

const { viewer, other, domainId, send } = await sendLimitsWorld();

test("what all of a domain sent is shown to the company, and to no other", async () => {
  await send(7);
  expect(await getDomainSendLimits(viewer, { domainId })).toMatchObject({
    ...{ domainName: "acme.test", plan: { perHour: 1000, perDay: 3000 } },
    domain: { hour: { limit: null, used: 7, left: null } },
  });
  expect(await refusalOf(getDomainSendLimits(other, { domainId }))).toBe("domain.not_found");
});
