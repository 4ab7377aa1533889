import { expect, test } from "bun:test";
import { tenantContext } from "~/server/context";
import { refusalOf, testMember, testServices } from "~/server/testing";
import { listWebhooks } from "./list-webhooks";

const { services } = await testServices();
const { context } = await testMember(services);

test("V8.2.1 a token that is held to some domains learns nothing of webhooks, which hear of all", async () => {
  const { tenantId } = context.member!;
  const asking = (domainIds: string[] | null) => {
    const token = { tokenId: Bun.randomUUIDv7(), tenantId, name: "t", role: "admin" as const, scopes: [], domainIds };
    return refusalOf(listWebhooks(tenantContext({ ...context, member: null, token }), { limit: 5 }));
  };
  expect([await asking(null), await asking([Bun.randomUUIDv7()])]).toEqual(["none", "auth.role_too_low"]);
});
