import { expect, test } from "bun:test";
import { refusalOf, testMember, testServices } from "~/server/testing";
import { getWebhook } from "./get-webhook";
import { webhookTo } from "./testing-webhooks";
import { withLoopback } from "./testing-webhooks-services";

const services = withLoopback((await testServices()).services);
const { ctx } = await testMember(services);

test("a webhook is shown as it was made, to its tenant only", async () => {
  const { webhook } = await webhookTo(ctx, "http://127.0.0.1:9/");
  expect(await getWebhook(ctx, { webhookId: webhook.id })).toEqual(webhook);
  const { ctx: other } = await testMember(services);
  expect(await refusalOf(getWebhook(other, { webhookId: webhook.id }))).toBe("webhook.not_found");
});
