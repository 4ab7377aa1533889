import { expect, test } from "bun:test";
import { Webhook } from "standardwebhooks";
import { auditedActions, refusalOf, testMember, testServices } from "~/server/testing";
import { rotateSecret } from "./rotate-secret";
import { queueEvents, runDelivery, webhookReceiver, webhookTo } from "./testing-webhooks";
import { withLoopback } from "./testing-webhooks-services";

const services = withLoopback((await testServices()).services);
const { ctx } = await testMember(services);

test("after a change of the secret both sign for a day, so that no event is lost; then only the new one", async () => {
  const receiver = webhookReceiver();
  const { webhook, secret: old } = await webhookTo(ctx, receiver.url);
  const { secret } = await rotateSecret(ctx, { webhookId: webhook.id });
  expect(secret).not.toBe(old);
  await queueEvents(ctx, webhook.id);
  await runDelivery(services, ctx, webhook.id);
  const [first] = receiver.received;
  for (const known of [old, secret]) expect(new Webhook(known).verify(first!.body, first!.headers)).toBeTruthy();
  const dayBefore = { ...ctx, now: () => new Date(Date.now() - 25 * 3_600_000) };
  const { secret: newest } = await rotateSecret(dayBefore, { webhookId: webhook.id });
  await queueEvents(ctx, webhook.id);
  await runDelivery(services, ctx, webhook.id);
  const second = receiver.received[1]!;
  expect(new Webhook(newest).verify(second.body, second.headers)).toBeTruthy();
  for (const gone of [old, secret]) expect(() => new Webhook(gone).verify(second.body, second.headers)).toThrow();
  const actions = await auditedActions(services, ctx.tenantId);
  expect(actions).toEqual(["webhook.create", "webhook.rotate_secret", "webhook.rotate_secret"]);
});

test("V8.4.1 another tenant's webhook is not there", async () => {
  const { webhook } = await webhookTo(ctx, webhookReceiver().url);
  const { ctx: other } = await testMember(services);
  expect(await refusalOf(rotateSecret(other, { webhookId: webhook.id }))).toBe("webhook.not_found");
});
