import { audit } from "~/server/audit";
import type { Ctx } from "~/server/context";
import { recordFacts } from "~/server/engine-events/record-facts";
import type { DeliveryRecord } from "./delivery-view";

const actions = { "queue.cancelled": "mail.cancel", "queue.retried": "mail.retry" } as const;

const doer = ({ actor }: Ctx): string => {
  if (actor.kind === "member") return actor.email;
  return actor.kind === "mailbox" ? actor.address : actor.name;
};

/** Writes down what a person did to mail under way: in its history, for each of these recipients, and in the audit log. */
export async function noteAct(
  ctx: Ctx,
  row: DeliveryRecord,
  { type, recipients }: { type: "queue.cancelled" | "queue.retried"; recipients: readonly string[] },
): Promise<void> {
  const { tenantId } = ctx;
  const { queueId, id } = row;
  const [at, by] = [ctx.now(), doer(ctx)];
  await ctx.tx(async (tx) => {
    const facts = recipients.map((recipient) => ({ queueId, recipient, type, at, data: { by } }));
    await recordFacts(tx, { tenantId, facts, at });
    await audit(tx, ctx, {
      ...{ action: actions[type], subject: { type: "mail_delivery", id } },
      after: { sender: row.sender, recipients: [...recipients] },
    });
  });
  ctx.events.publish({ tenantId, topic: "delivery" });
}
