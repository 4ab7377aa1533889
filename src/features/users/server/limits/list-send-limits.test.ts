import { expect, setDefaultTimeout, test } from "bun:test";
import { activeDomain } from "~/features/domains/server/testing-domains";
import { joinTenant } from "~/server/testing";
import { listSendLimits } from "./list-send-limits";
import { sendLimitsWorld } from "./testing-send-limits";

setDefaultTimeout(60_000);

const { services, ctx, other, tenantId } = await sendLimitsWorld();
const second = await activeDomain(services, ctx, "second.test");
const namesOf = ({ domains }: Awaited<ReturnType<typeof listSendLimits>>) =>
  domains.map(({ domainName }) => domainName);

test("domains are listed by name, a page at a time", async () => {
  const first = await listSendLimits(ctx, { limit: 1 });
  expect([namesOf(first), first.next]).toEqual([["acme.test"], "acme.test"]);
  const next = await listSendLimits(ctx, { after: first.next, limit: 1 });
  expect([namesOf(next), next.next]).toEqual([["second.test"], undefined]);
});

test("each sees the domains that are theirs", async () => {
  const keeper = (await joinTenant(services, tenantId, "domain_admin", [second.id])).ctx;
  expect(namesOf(await listSendLimits(keeper, { limit: 10 }))).toEqual(["second.test"]);
  expect(namesOf(await listSendLimits(other, { limit: 10 }))).toEqual([]);
});
