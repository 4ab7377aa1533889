import { applyDomain } from "~/features/domains/server/apply-domain";
import { type Ctx, systemContext } from "~/server/context";
import { testMember, testServices } from "~/server/testing";
import { tenants } from "../../../../../db/schema";
import { appliedUser, tenantWithDomain } from "../testing-users";
import { applySendLimits } from "./apply-send-limits";
import { claimRecipients } from "./claim-recipients";
import { throttlePrefix } from "./throttles-of";

/** A tenant with ana@acme.test, who may send to 40 recipients an hour and 100 a day, of 1,000 and 3,000 for all; and another tenant. */
export async function sendLimitsWorld() {
  const { services, owner } = await testServices();
  const { ctx, viewer, domainId } = await tenantWithDomain(services, "acme.test");
  const { tenantId } = ctx;
  const other = (await testMember(services, "owner")).ctx;
  const plan = { maxRecipientsPerHour: 1000, maxMessagesPerDay: 3000, maxUserRecipientsPerHour: 40 };
  await owner.update(tenants).set({ ...plan, maxUserRecipientsPerDay: 100 });
  const { id: userId } = await appliedUser(services, ctx, domainId, "ana");
  const system: Ctx = systemContext(services, { job: "limits.apply" }, tenantId);
  const prefix = throttlePrefix(domainId);
  return {
    ...{ services, owner, ctx, viewer, other, tenantId, domainId, userId },
    /** Ana sends to that many. */
    send: (recipients: number) =>
      ctx.tx((tx) => claimRecipients(tx, { tenantId, mailUserId: userId, recipients, at: ctx.now() })),
    /** What the worker does. */
    async toEngine() {
      await applyDomain(system, { domainId });
      await applySendLimits(system, { domainId });
    },
    /** What the mail server holds the domain to, by name. */
    async throttles() {
      const { throttles: all } = await services.engine.directory.throttles.list({ limit: 500 });
      return all
        .filter(({ name }) => name.startsWith(prefix))
        .map(({ name, sender, count }) => ({ name: name.slice(prefix.length), sender, count }))
        .toSorted((a, b) => (a.name < b.name ? -1 : 1));
    },
  };
}
