import type { Transaction } from "../../../../../db/client";
import { enqueue } from "../../../../../jobs/enqueue";
import type { Ctx } from "~/server/context";

/** Asks for the next steps of a domain's keys and for a look at DNS, in the transaction of what they follow from. */
export async function askSteps(tx: Transaction, ctx: Ctx, domainId: string): Promise<void> {
  const ref = { tenantId: ctx.tenantId, domainId };
  await enqueue(tx, "dkim.rotate", ref, { key: domainId, runAt: ctx.now() });
  await enqueue(tx, "dns-verification", ref, { key: domainId, runAt: ctx.now() });
}
