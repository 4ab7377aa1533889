import type { Transaction } from "../../../../db/client";
import { domainAlerts } from "../../../../db/schema";
import type { Ctx } from "~/server/context";

export type DomainAlert = {
  domainId: string;
  kind: (typeof domainAlerts.$inferInsert)["kind"];
  vars?: Record<string, string>;
};

/** Leaves word of trouble, or of its end, for the next mail to those who look after the domain. */
export async function raiseAlert(tx: Transaction, ctx: Ctx, alert: DomainAlert): Promise<void> {
  await tx.insert(domainAlerts).values({ ...alert, tenantId: ctx.tenantId, createdAt: ctx.now() });
}
