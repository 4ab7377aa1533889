import { and, eq, gt, inArray, lt, sql } from "drizzle-orm";
import type { Transaction } from "../../../db/client";
import { deliveries, submissions } from "../../../db/schema";
import { isSubmission } from "./attribute-events";
import type { MailFact } from "./mail-fact";

/** The mail server's instants have no fraction of a second, and its clock is not ours. */
const slackMs = 2000;
/** As long as a send whose end we do not know may have taken. */
const longestMs = 60_000;

type Message = { queueId: string; mailUserId: string | null; queuedAt: Date };

/**
 * Events do not name a message's Message-ID. What was sent in the webmail has it here: it is taken over where exactly one send and one
 * queued message of a user fall together in time, and left open otherwise.
 */
export async function matchSubmissions(tx: Transaction, tenantId: string, fresh: readonly MailFact[]): Promise<void> {
  const sent = fresh.filter((fact) => fact.data.mailUserId && (isSubmission(fact) || fact.data.queuedAt));
  if (sent.length === 0) return;
  const users = [...new Set(sent.map(({ data }) => data.mailUserId!))];
  const times = sent.map(({ at, data }) => new Date(data.queuedAt ?? at).getTime());
  const [from, to] = [new Date(Math.min(...times) - longestMs), new Date(Math.max(...times) + longestMs)];
  const { id: _, ...fields } = {
    ...{ id: submissions.id, mailUserId: submissions.mailUserId, messageId: submissions.messageId },
    ...{ createdAt: submissions.createdAt, settledAt: submissions.settledAt },
  };
  const asked = await tx
    .select(fields)
    .from(submissions)
    .where(
      and(
        ...[eq(submissions.tenantId, tenantId), inArray(submissions.mailUserId, users)],
        ...[gt(submissions.createdAt, from), lt(submissions.createdAt, to)],
      ),
    );
  if (asked.length === 0) return;
  const { queueId, mailUserId, queuedAt } = deliveries;
  const messages = await tx
    .selectDistinct({ queueId, mailUserId, queuedAt })
    .from(deliveries)
    .where(
      and(
        ...[eq(deliveries.tenantId, tenantId), inArray(mailUserId, users)],
        ...[gt(queuedAt, from), lt(queuedAt, to)],
      ),
    );
  const isOf = (message: Message, send: (typeof asked)[number]) => {
    const [at, begin] = [message.queuedAt.getTime(), send.createdAt.getTime()];
    const end = send.settledAt?.getTime() ?? begin + longestMs;
    return message.mailUserId === send.mailUserId && at >= begin - slackMs && at <= end + slackMs;
  };
  const found = messages.flatMap((message) => {
    const [send, ...others] = asked.filter((one) => isOf(message, one));
    const isOnly = send && others.length === 0 && messages.filter((one) => isOf(one, send)).length === 1;
    return isOnly ? [{ queue_id: message.queueId, message_id: send.messageId }] : [];
  });
  if (found.length === 0) return;
  await tx
    .update(deliveries)
    .set({ messageId: sql`found.message_id` })
    .from(sql`jsonb_to_recordset(${JSON.stringify(found)}::text::jsonb) as found(queue_id text, message_id text)`)
    .where(and(eq(deliveries.tenantId, tenantId), sql`${deliveries.queueId} = found.queue_id`));
}
