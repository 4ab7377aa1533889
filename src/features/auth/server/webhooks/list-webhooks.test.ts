import { expect, test } from "bun:test";
import { joinTenant, refusalOf, testMember, testServices } from "~/server/testing";
import { listWebhooks } from "./list-webhooks";
import { webhookTo } from "./testing-webhooks";
import { withLoopback } from "./testing-webhooks-services";

const services = withLoopback((await testServices()).services);
const { ctx } = await testMember(services);

test("webhooks come page by page, oldest first, without their secrets and nobody else's", async () => {
  const { ctx: other } = await testMember(services);
  await webhookTo(other, "http://127.0.0.1:9/theirs");
  for (const n of [1, 2, 3]) await webhookTo(ctx, `http://127.0.0.1:9/${n}`);
  const first = await listWebhooks(ctx, { limit: 2 });
  const rest = await listWebhooks(ctx, { limit: 2, after: first.next });
  const urls = [...first.webhooks, ...rest.webhooks].map(({ url }) => url.at(-1));
  expect([urls, rest.next]).toEqual([["1", "2", "3"], undefined]);
  expect(JSON.stringify(first)).not.toMatch(/whsec|sealed/i);
});

test("a viewer does not learn where events go: an address may itself be a secret", async () => {
  const { ctx: viewer } = await joinTenant(services, ctx.tenantId, "viewer");
  expect(await refusalOf(listWebhooks(viewer, { limit: 5 }))).toBe("auth.role_too_low");
});
