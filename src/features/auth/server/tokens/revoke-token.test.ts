import { expect, test } from "bun:test";
import { auditedActions, joinTenant, refusalOf, testMember, testServices } from "~/server/testing";
import { CreateToken } from "../../schema/tokens";
import { createToken } from "./create-token";
import { listTokens } from "./list-tokens";
import { revokeToken } from "./revoke-token";

const { services } = await testServices();
const { ctx: owner } = await testMember(services);
const viewer = (await joinTenant(services, owner.tenantId, "viewer")).ctx;
const make = async (ctx: typeof owner) =>
  (await createToken(ctx, CreateToken.parse({ name: "Report", holder: "me", scopes: ["users:read"] }))).token.id;

test("a token that was revoked is gone, and the audit log says so", async () => {
  const tokenId = await make(viewer);
  await revokeToken(viewer, { tokenId });
  expect((await listTokens(viewer, { limit: 50 })).tokens).toEqual([]);
  expect(await auditedActions(services, owner.tenantId)).toEqual(["token.create", "token.revoke"]);
  expect(await refusalOf(revokeToken(viewer, { tokenId }))).toBe("token.not_found");
});

test("an owner revokes everybody's tokens, a viewer only their own, nobody another tenant's", async () => {
  const [owners, viewers] = [await make(owner), await make(viewer)];
  expect(await refusalOf(revokeToken(viewer, { tokenId: owners }))).toBe("token.not_found");
  expect(await refusalOf(revokeToken((await testMember(services)).ctx, { tokenId: viewers }))).toBe("token.not_found");
  expect(await refusalOf(revokeToken(owner, { tokenId: viewers }))).toBe("none");
});
