import { expect, test } from "bun:test";
import { auditedActions, joinTenant, refusalOf, testMember, testServices } from "~/server/testing";
import { addDomain } from "../add-domain";
import { createShare } from "./create-share";
import { revokeShare } from "./revoke-share";
import { openShare, tokenOf } from "./testing-share";

const { services } = await testServices();
const { ctx } = await testMember(services);
const { id: domainId } = await addDomain(ctx, { name: "revoked.test" });
const made = await createShare(ctx, { domainId, days: 3 });

test("a viewer and another tenant take no link back", async () => {
  const viewer = (await joinTenant(services, ctx.tenantId, "viewer")).ctx;
  expect(await refusalOf(revokeShare(viewer, { shareId: made.shareId }))).toBe("auth.role_too_low");
  expect(await refusalOf(revokeShare((await testMember(services)).ctx, { shareId: made.shareId }))).toBe(
    "request.not_found",
  );
});

test("a link that was taken back opens nothing, at once", async () => {
  expect((await openShare(services, tokenOf(made))).name).toBe("revoked.test");
  await revokeShare(ctx, { shareId: made.shareId });
  expect(await refusalOf(openShare(services, tokenOf(made)))).toBe("auth.link_invalid");
  expect(await refusalOf(revokeShare(ctx, { shareId: made.shareId }))).toBe("request.not_found");
  expect(await auditedActions(services, ctx.tenantId)).toEqual(["domain.add", "domain.share", "domain.unshare"]);
});
