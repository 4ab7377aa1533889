import type { deliveries } from "../../../db/schema";
import type { FactType, MailFact } from "./mail-fact";

export type DeliveryRow = Omit<typeof deliveries.$inferSelect, "id" | "tenantId" | "toUserId" | "createdAt">;
type State = DeliveryRow["state"];

const settling: Partial<Record<FactType, State>> = {
  "delivery.delivered": "delivered",
  "delivery.dsn-success": "delivered",
  "delivery.dsn-perm-fail": "failed",
  "delivery.failed": "failed",
  "delivery.double-bounce": "failed",
  "queue.cancelled": "cancelled",
  "queue.left": "unreported",
};
/** Who knows better comes first: a message that arrived has arrived, whatever was thought of it before or is told of it afterwards. */
const order: State[] = ["delivered", "expired", "failed", "cancelled", "unreported"];
const seenStates = { delivered: "delivered", failed: "failed", deferred: undefined, scheduled: undefined } as const;

/** An answer of 4xx ends a message only when its time was over. */
const isExpired = ({ data, at }: MailFact, expiresAt: Date | null) =>
  data.code === undefined ? expiresAt !== null && at >= expiresAt : data.code < 500;

function settledBy(fact: MailFact, expiresAt: Date | null): State | undefined {
  const state = fact.type === "queue.seen" ? seenStates[fact.data.state ?? "scheduled"] : settling[fact.type];
  return state === "failed" && isExpired(fact, expiresAt) ? "expired" : state;
}

const isQueued = ({ type }: MailFact) => type.startsWith("queue.") && type.endsWith("message-queued");
/** Instants have no fraction of a second: what of one second comes first is known from what can follow what. */
const rankOf = (fact: MailFact) => {
  if (isQueued(fact)) return 0;
  return settling[fact.type] ? 3 : Number(fact.type.startsWith("queue.")) + 1;
};
const isAttempt = ({ type }: MailFact) => type === "delivery.dsn-temp-fail";
const hasWords = ({ fact: { data } }: { fact: MailFact }) => data.reply !== undefined || data.code !== undefined;
const instantOf = (text: string | undefined) => (text === undefined ? null : new Date(text));

/**
 * How a message to one recipient stands, from everything that is known of it. The order in which it was learnt does not matter, and
 * neither does how often: `facts` holds each once.
 */
export function foldDelivery(queueId: string, recipient: string, facts: readonly MailFact[]): DeliveryRow {
  const known = facts
    .filter((fact) => fact.recipient === recipient || (fact.recipient === null && !!fact.data.to?.includes(recipient)))
    .toSorted((one, other) => one.at.getTime() - other.at.getTime() || rankOf(one) - rankOf(other));
  const last = <T>(read: (fact: MailFact) => T | null | undefined): T | null => {
    const found = known.findLast((fact) => read(fact) !== undefined && read(fact) !== null);
    return found ? (read(found) ?? null) : null;
  };
  const expiresAt = instantOf(last(({ data }) => data.expiresAt) ?? undefined);
  const ends = known.flatMap((fact) => {
    const state = settledBy(fact, expiresAt);
    return state ? [{ state, fact }] : [];
  });
  const state = order.find((one) => ends.some((end) => end.state === one));
  const end = ends.filter((one) => one.state === state);
  const queued = known.find(isQueued);
  // One end may be told in two ways, of which one has the other side's words.
  const word = end.findLast(hasWords)?.fact;
  const said = state === "delivered" ? word : (word ?? known.findLast((fact) => hasWords({ fact })));
  const tried = known.filter(isAttempt).length;
  const isTried = ["delivered", "failed", "expired"].includes(state ?? "");
  const attempts = Math.max(tried + (isTried ? 1 : 0), ...known.map(({ data }) => data.attempts ?? 0));
  const next = last(({ type, data, at }) => (type === "queue.retried" ? at.toISOString() : data.nextAttemptAt));
  const begin = queued?.at ?? instantOf(known.find(({ data }) => data.queuedAt)?.data.queuedAt);
  return {
    ...{ queueId, recipient, attempts, expiresAt },
    sender: last(({ data }) => data.sender) ?? "",
    mailUserId: last(({ data }) => data.mailUserId),
    messageId: last(({ data }) => data.messageId),
    state: state ?? (tried > 0 || known.some(({ data }) => data.state === "deferred") ? "deferred" : "queued"),
    ...{ code: said?.data.code ?? null, enhancedCode: said?.data.enhancedCode ?? null },
    ...{
      reply: said?.data.reply ?? null,
      host: said?.data.host ?? end.find(({ fact }) => fact.data.host)?.fact.data.host ?? null,
    },
    size: last(({ data }) => data.size),
    nextAttemptAt: state ? null : instantOf(next ?? undefined),
    queuedAt: begin ?? known[0]?.at ?? new Date(0),
    settledAt: end[0]?.fact.at ?? null,
  };
}
