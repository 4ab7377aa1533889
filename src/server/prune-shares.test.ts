import { expect, test } from "bun:test";
import { dnsShares } from "../../db/schema";
import { addDomain } from "../features/domains/server/add-domain";
import { createShare } from "../features/domains/server/share/create-share";
import { prune } from "./prune";
import { testMember, testServices } from "./testing";

const { services, owner } = await testServices();
const { ctx } = await testMember(services);

test("links that have run out are forgotten, others stay", async () => {
  const { id: domainId } = await addDomain(ctx, { name: "links.test" });
  const [, long] = [await createShare(ctx, { domainId, days: 1 }), await createShare(ctx, { domainId, days: 7 })];
  await prune({ ...services, now: () => new Date(Date.now() + 2 * 86_400_000) });
  expect((await owner.select().from(dnsShares)).map(({ id }) => id)).toEqual([long.shareId]);
});
