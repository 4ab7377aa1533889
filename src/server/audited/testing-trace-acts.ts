import { reconcileQueue } from "../engine-events/reconcile-queue";
import { waitingMail } from "../engine-events/testing-waiting-mail";
import { type Acts, type Call, type World } from "./testing-act";
import { joinTenant } from "../testing";
import { standingIds } from "../engine-events/testing-events";

/** Mail that waits, as the reconciliation finds it, and somebody who may look after it. */
async function waiting({ services, owner }: World) {
  const { tenantId, ana } = await waitingMail(services, `a${Bun.randomUUIDv7().slice(-12)}`);
  await reconcileQueue({ ...services, now: () => new Date(Date.now() + 120_000) });
  const [mailDeliveryId] = await standingIds(owner, tenantId);
  return { tenantId, ana, input: { mailDeliveryId } };
}
const byMember = async (world: World): Promise<Call> => {
  const { tenantId, input } = await waiting(world);
  return { input, context: (await joinTenant(world.services, tenantId, "admin")).context };
};

/** `users.trace.*` and `webmail.trace.*` */
export const traceActs: Acts = {
  "users.trace.retry": { audits: ["mail.retry"], call: byMember },
  "users.trace.cancel": { audits: ["mail.cancel"], call: byMember },
  "webmail.trace.cancel": {
    audits: ["mail.cancel"],
    async call(world) {
      const { ana, input } = await waiting(world);
      return { input, context: await ana.browser.visit((context) => context) };
    },
  },
};
