import { joinTenant } from "~/server/testing";
import type { Services } from "~/server/services";
import { listOwnDeliveries } from "~/features/webmail/server/trace/list-own-deliveries";
import { reconcileQueue } from "~/server/engine-events/reconcile-queue";
import { waitingMail } from "~/server/engine-events/testing-waiting-mail";

/** Mail of ana that waits, with its row, and an admin for whom it is a moment later. */
export async function tracedMail(services: Services, name: string) {
  const mail = await waitingMail(services, name);
  await reconcileQueue({ ...services, now: () => new Date(Date.now() + 120_000) });
  const { ctx: admin } = await joinTenant(services, mail.tenantId, "admin");
  const ctx = { ...admin, now: () => new Date(Date.now() + 180_000) };
  const [row] = (await listOwnDeliveries(mail.ana.ctx, { limit: 5 })).deliveries;
  return { ...mail, ctx, mailDeliveryId: row!.id };
}
