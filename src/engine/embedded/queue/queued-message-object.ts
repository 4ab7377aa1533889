import { z } from "zod";
import type { ObjectKind } from "../directory/object-kind";
import { isoSeconds, utcInstant } from "../directory/encodings";
import { SetFailure, forbidden } from "../directory/set-failure";
import { textFilter } from "../directory/text-filter";
import type { QueueContext } from "./queue-options";
import type { QueueStore, QueuedMessage, QueuedRecipient } from "./queue-store";

const QueuedMessageBody = z.strictObject({
  nextRetry: utcInstant.nullable(),
  recipients: z.record(z.string().max(320), z.looseObject({})),
});

/** Milliseconds. */
const patience = 5_000;

const iso = (at: number) => isoSeconds(new Date(at));

const statusOf = ({ state, errorType, reply, code, hostname }: QueuedRecipient) => {
  if (state === "scheduled") return { "@type": "Scheduled" };
  const [enhanced = null] = /^\d\.\d+\.\d+/.exec(reply ?? "") ?? [];
  const response = {
    responseCode: code,
    responseEnhanced: enhanced,
    responseHostname: hostname,
    responseMessage: reply,
  };
  if (state === "completed") return { "@type": "Completed", ...response };
  return {
    "@type": state === "temporary" ? "TemporaryFailure" : "PermanentFailure",
    errorType,
    errorMessage: reply,
    ...response,
  };
};

/** `x:QueuedMessage`: what waits. An update of `nextRetry` tries again then, a recipient set to `null` is dropped. */
export function queuedMessageObject(
  store: QueueStore,
  { directory }: Pick<QueueContext, "directory">,
  delivering: (id: string) => Promise<void> | undefined,
  onChange: () => void,
): ObjectKind {
  const queueName = (address: string) => (directory.resolveRecipient(address).kind === "remote" ? "remote" : "local");

  const show = (message: QueuedMessage) => {
    const rows = store.recipients(message.id);
    const waiting = rows.filter((row) => row.state === "scheduled" || row.state === "temporary").map((row) => row.due);
    const nextRetry = waiting.length > 0 ? iso(Math.min(...waiting)) : null;
    return {
      id: message.id,
      returnPath: message.returnPath || "<>",
      createdAt: iso(message.createdAt),
      nextRetry,
      nextNotify: null,
      due: nextRetry,
      size: message.size,
      priority: 0,
      flags: message.accountId === null ? {} : { authenticated: true },
      blobId: message.id,
      receivedFromIp: message.receivedFromIp,
      receivedViaPort: 0,
      envId: message.envId,
      recipients: Object.fromEntries(
        rows.map((row) => [
          row.address,
          {
            queueName: queueName(row.address),
            retryCount: row.retries,
            retryDue: iso(row.due),
            notifyCount: 0,
            notifyDue: null,
            expires: { "@type": "Ttl", expiresAt: iso(row.expires) },
            flags: {},
            orcpt: null,
            status: statusOf(row),
          },
        ]),
      ),
    };
  };

  const find = (id: string) => {
    const message = store.find(id);
    return message && show(message);
  };
  /** An attempt that is under way is not disturbed: what it leaves behind is changed, or refused when it takes too long. */
  const untilIdle = async (id: string) => {
    await Promise.race([delivering(id), Bun.sleep(patience)]);
    if (delivering(id)) throw forbidden("The message is being delivered.");
    if (!store.find(id)) throw new SetFailure("notFound");
  };

  return {
    name: "QueuedMessage",
    permission: "sysQueuedMessage",
    serverSet: [
      "returnPath",
      "createdAt",
      "nextNotify",
      "due",
      "size",
      "priority",
      "flags",
      "blobId",
      "receivedFromIp",
      "receivedViaPort",
      "envId",
    ],
    schema: QueuedMessageBody,
    comparable: ["due"],
    filters: {
      text: (message, value) =>
        textFilter("returnPath", "to")({ ...message, to: Object.keys(message.recipients as object).join(" ") }, value),
      to: (message, value) => String(value).toLowerCase() in (message.recipients as object),
      returnPath: (message, value) => message.returnPath === String(value).toLowerCase(),
      queueName: (message, value) =>
        Object.values(message.recipients as Record<string, { queueName: string }>).some(
          (recipient) => recipient.queueName === value,
        ),
    },
    list: () => store.list().map(show),
    find: (_call, id) => find(id),
    async update(_call, id, body, before) {
      await untilIdle(id);
      const { nextRetry, recipients } = body as z.infer<typeof QueuedMessageBody>;
      store.transaction(() => {
        for (const row of store.recipients(id)) {
          if (!recipients[row.address]) store.dropRecipient(id, row.address);
          else if (
            nextRetry &&
            nextRetry !== before.nextRetry &&
            (row.state === "scheduled" || row.state === "temporary")
          )
            store.setRecipient(id, { ...row, due: Date.parse(nextRetry) });
        }
        if (!store.hasPending(id)) store.drop(id);
      });
      onChange();
    },
    async destroy(_call, id) {
      await untilIdle(id);
      store.drop(id);
    },
  };
}
