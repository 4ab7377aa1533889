import { expect, setDefaultTimeout, test } from "bun:test";
import { setDomainSendLimits } from "~/features/users/server/limits/set-domain-send-limits";
import { testServices } from "~/server/testing";
import { claimSubmission } from "./claim-submission";
import { getOwnSendLimits } from "./get-own-send-limits";
import { testMailboxes } from "./testing-webmail";

setDefaultTimeout(60_000);

const { services } = await testServices();
const { member, domainId, people } = await testMailboxes(services, "acme.test", ["ana", "bo"]);
const mail = (count: number) => ({
  ...{ idempotencyKey: crypto.randomUUID(), to: Array.from({ length: count }, (_, n) => `p${n}@else.test`) },
  ...{ cc: [], bcc: [], subject: "s", text: "t", files: [] },
});

test("a person sees what is left, also where the others of the domain used it up, and not how much that was", async () => {
  await setDomainSendLimits(member, { domainId, perHour: 20, perDay: null });
  await claimSubmission(people.ana.ctx, mail(3));
  await claimSubmission(people.bo.ctx, mail(12));
  expect(await getOwnSendLimits(people.ana.ctx)).toMatchObject({
    hour: { limit: 200, used: 3, left: 5 },
    day: { limit: 1000, used: 3, left: 997 },
  });
});
