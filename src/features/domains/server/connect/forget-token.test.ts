import { expect, test } from "bun:test";
import { auditedActions, joinTenant, refusalOf, testMember, testServices } from "~/server/testing";
import { forgetToken } from "./forget-token";
import { getConnection } from "./get-connection";
import { planChange } from "./plan-change";
import { testCloudflare } from "./testing-cloudflare";
import { changeDns, domainAtCloudflare, withCloudflare } from "./testing-connect";

const cloudflare = testCloudflare();
const { services: strict } = await testServices();
const services = withCloudflare(strict, cloudflare);
const { ctx } = await testMember(services);
const it = await domainAtCloudflare(ctx, cloudflare);
const { domainId } = it;
await changeDns(services, ctx, it, { keepsToken: true });

test("a viewer and another tenant make nobody forget", async () => {
  const viewer = (await joinTenant(services, ctx.tenantId, "viewer")).ctx;
  expect(await refusalOf(forgetToken(viewer, { domainId }))).toBe("auth.role_too_low");
  expect(await refusalOf(forgetToken((await testMember(services)).ctx, { domainId }))).toBe("domain.not_found");
  expect((await getConnection(ctx, { domainId })).hasToken).toBe(true);
});

test("a token that is forgotten is gone, and forgetting nothing is no act", async () => {
  await forgetToken(ctx, { domainId });
  await forgetToken(ctx, { domainId });
  expect((await getConnection(ctx, { domainId })).hasToken).toBe(false);
  expect(await refusalOf(planChange(ctx, { domainId, movesMail: false }))).toBe("dns.token_needed");
  const acts = await auditedActions(services, ctx.tenantId);
  expect(acts.filter((action) => action === "domain.forget_dns_token")).toHaveLength(1);
});
