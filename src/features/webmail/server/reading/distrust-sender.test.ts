import { expect, test } from "bun:test";
import { trustedSenders } from "../../../../../db/schema";
import { testServices } from "~/server/testing";
import { testMailboxes } from "../testing-webmail";
import { distrustSender } from "./distrust-sender";
import { putVerified } from "./testing-reading";
import { trustSender } from "./trust-sender";

const { services, owner } = await testServices();
const { ana, bea } = (await testMailboxes(services, "acme.test", ["ana", "bea"])).people;

test("whoever takes their trust back leaves that of others alone", async () => {
  for (const { ctx } of [ana, bea]) await trustSender(ctx, { messageId: await putVerified(ctx, { subject: "Ships" }) });
  await distrustSender(ana.ctx, { address: "grace@navy.example" });
  await distrustSender(ana.ctx, { address: "nobody@navy.example" });
  const left = await owner.select({ of: trustedSenders.mailUserId }).from(trustedSenders);
  expect(left).toEqual([{ of: bea.userId }]);
});
