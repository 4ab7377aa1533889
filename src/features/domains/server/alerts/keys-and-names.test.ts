import { expect, test } from "bun:test";
import { testMember, testServices } from "~/server/testing";
import { keyLife } from "../dkim/key-life";
import { rotateKeys } from "../dkim/rotate-keys";
import { rotateKey } from "../dkim/rotate-key";
import { activeDomain, asJob } from "../testing-domains";
import { alertsTo, sendIn, waitingAlerts } from "./testing-alerts";

const { services, owner } = await testServices();

test("a key that was made because the old one is old waits for a person, who is told which record to publish", async () => {
  const { ctx } = await testMember(services);
  const { id: domainId } = await activeDomain(services, ctx, "aged.test");
  const then = { ...asJob(services, ctx), now: () => new Date(Date.now() + keyLife.rotateAfterMs + 1000) };
  await rotateKeys(then, { domainId });
  expect(await waitingAlerts(owner, ctx)).toMatchObject([{ kind: "dkim_waiting", vars: { selector: "dm2" } }]);
  await sendIn(services, then, keyLife.rotateAfterMs / 60_000 + 5);
  const [mail, ...more] = await alertsTo(services, owner, ctx.actor.email);
  expect(more).toEqual([]);
  expect(mail!.subject).toBe("aged.test: a new signing key waits for you");
  expect(mail!.text).toContain("TXT dm2._domainkey");
});

test("whoever asks for a new key is sent no mail about it", async () => {
  const { ctx } = await testMember(services);
  const { id: domainId } = await activeDomain(services, ctx, "pressed.test");
  await rotateKey(ctx, { domainId, algorithm: "rsa-sha256" });
  expect(await waitingAlerts(owner, ctx)).toEqual([]);
});

test("that somebody else has proven a name below is mailed to whoever holds the name above, and not whose it is", async () => {
  const { ctx } = await testMember(services);
  await activeDomain(services, ctx, "above.test");
  const other = await testMember(services);
  await activeDomain(services, other.ctx, "shop.above.test");
  await sendIn(services, ctx, 5);
  const [mail] = await alertsTo(services, owner, ctx.actor.email);
  expect(mail!.subject).toBe("above.test: somebody proved a name below it");
  expect(mail!.text).not.toContain(other.ctx.actor.email);
});
