import { and, eq, isNull, or, type SQL, sql } from "drizzle-orm";
import { deliveries, deliveryEvents } from "../../../../../db/schema";
import { AppError } from "~/lib/errors";
import { smtpReason } from "~/lib/smtp-reason";
import type { Ctx } from "~/server/context";
import type { FactData, FactType } from "~/server/engine-events/mail-fact";
import type { deliverySteps, MailTrace } from "../../schema/trace";
import { toMailDelivery } from "./delivery-view";

const mostSteps = 200;

const kinds: Record<FactType, (typeof deliverySteps)[number] | null> = {
  ...{ "queue.authenticated-message-queued": "queued", "queue.message-queued": "queued" },
  ...{ "delivery.delivered": "delivered", "delivery.dsn-success": "delivered", "delivery.dsn-temp-fail": "deferred" },
  ...{ "delivery.dsn-perm-fail": "failed", "delivery.failed": "failed", "delivery.double-bounce": "failed" },
  ...{ "queue.seen": "seen", "queue.left": "left", "queue.cancelled": "cancelled", "queue.retried": "retried" },
  ...{ "message-ingest.ham": null, "message-ingest.spam": null, "auth.success": null, "auth.failed": null },
};

type Step = MailTrace["steps"][number];

const ends: Step["kind"][] = ["delivered", "failed", "left", "cancelled"];
/** Its instants have no fraction of a second: of one second, acceptance comes first and an end last. */
const rank = ({ kind }: Step) => (kind === "queued" ? 0 : Number(ends.includes(kind)) + 1);

/** The mail server tells an end in up to three ways, at the same moment: one step is enough, the one with the most words. */
function withoutEchoes(steps: readonly Step[]): Step[] {
  const same = Map.groupBy(steps, ({ at, kind }) => `${at.slice(0, 19)} ${kind}`);
  return [...same.values()]
    .map((echoes) => echoes.find(({ reply }) => reply !== null) ?? echoes[0]!)
    .toSorted((one, other) => one.at.slice(0, 19).localeCompare(other.at.slice(0, 19)) || rank(one) - rank(other));
}

/** One delivery of those that `seen` leaves, with its history. One statement. Throws `delivery.not_found`. */
export async function readTrace(ctx: Ctx, seen: SQL | undefined, mailDeliveryId: string): Promise<MailTrace> {
  const isOfIt = and(
    ...[eq(deliveryEvents.tenantId, deliveries.tenantId), eq(deliveryEvents.queueId, deliveries.queueId)],
    or(
      eq(deliveryEvents.recipient, deliveries.recipient),
      and(isNull(deliveryEvents.recipient), sql`${deliveryEvents.data} -> 'to' ? ${deliveries.recipient}`),
    ),
  );
  const waiting = sql<number>`(select count(*)::int from deliveries other where other.tenant_id = ${deliveries.tenantId}
    and other.queue_id = ${deliveries.queueId} and other.settled_at is null)`;
  const rows = await ctx.tx((tx) =>
    tx
      .select({ delivery: deliveries, event: deliveryEvents, waiting })
      .from(deliveries)
      .leftJoin(deliveryEvents, isOfIt)
      .where(and(seen, eq(deliveries.id, mailDeliveryId)))
      .orderBy(sql`${deliveryEvents.occurredAt} desc nulls last`, sql`${deliveryEvents.id} desc`)
      .limit(mostSteps),
  );
  const [first] = rows;
  if (!first) throw new AppError("delivery.not_found");
  const steps = rows.toReversed().flatMap(({ event }): Step[] => {
    const kind = event && kinds[event.type as FactType];
    if (!kind) return [];
    const { code = null, enhancedCode = null, reply = null, host = null, by = null, ...data } = event.data as FactData;
    const said = { code, enhancedCode, reply, host };
    const reason = kind === "delivered" ? null : smtpReason(said);
    return [
      {
        ...{ at: event.occurredAt.toISOString(), kind, ...said, reason, by },
        nextAttemptAt: data.nextAttemptAt ?? null,
      },
    ];
  });
  return { delivery: toMailDelivery(first.delivery), waiting: first.waiting, steps: withoutEchoes(steps) };
}
