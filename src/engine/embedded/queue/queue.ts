import type { MailQueue, MethodHandler, RecipientStatus } from "../seams";
import { objectMethods } from "../directory/object-methods";
import { decodeId, encodeId } from "../ids";
import { createAttempt } from "./attempt-message";
import { createDnsLookup } from "./dns-lookup";
import { newRecipient } from "./new-recipient";
import { createQueueNumber } from "./queue-id";
import { type QueueContext, type QueueOptions, queueDefaults } from "./queue-options";
import { type QueuedRecipient, openQueueStore } from "./queue-store";
import { queuedMessageObject } from "./queued-message-object";
import { type Submission, submitMessage } from "./submit-message";

/** Mail that came from outside and goes on: to external members of a list, or to a mailbox that is full at the moment. */
export type Relay = { returnPath: string; recipients: readonly string[]; raw: Uint8Array; remoteIp: string };

export type EmbeddedQueue = MailQueue & {
  submit(submission: Submission): ReturnType<MailQueue["submit"]>;
  /** Durable on return. Not signed again: the signature of the author stands. */
  relay(relay: Relay): string;
  /** `x:QueuedMessage` methods by name. */
  methods: ReadonlyMap<string, MethodHandler>;
  pause(): void;
  resume(): void;
  /** Stops taking up messages, ends connections that wait for a host, and waits for messages on their way. */
  close(): Promise<void>;
};

const delivered = { scheduled: "queued", temporary: "queued", completed: "yes", permanent: "no" } as const;

const toStatus = ({ state, code, reply }: QueuedRecipient): RecipientStatus => ({
  smtpReply: code === null ? "250 2.1.5 Queued" : `${code} ${reply ?? ""}`,
  delivered: delivered[state],
  displayed: "unknown",
});

/** The outgoing queue in `queue.sqlite` of `dataDir`. It starts to work at once, with what an earlier process left. */
export function createQueue(options: QueueOptions): EmbeddedQueue {
  const context: QueueContext = { ...queueDefaults, now: () => new Date(), ...options };
  const { now, concurrency = queueDefaults.concurrency } = context;
  const store = openQueueStore(options.dataDir);
  const stopping = new AbortController();
  const attempt = createAttempt(context, store, createDnsLookup(options.dns ?? {}), stopping.signal);

  const running = new Map<string, Promise<void>>();
  let timer: Timer | undefined;
  let isPaused = false;
  let isClosed = false;

  function run(id: string): void {
    const work = attempt(id)
      // A fault of ours must not lose the message or spin: it stays due and is taken up again after a pause.
      .catch((error) => {
        context.emit({
          type: "delivery.error",
          createdAt: now(),
          data: { queueId: decodeId(id), reason: String(error) },
        });
        return Bun.sleep(1000);
      })
      .finally(() => {
        running.delete(id);
        wake();
      });
    running.set(id, work);
  }

  function wake(): void {
    clearTimeout(timer);
    if (isClosed || isPaused) return;
    const at = now().getTime();
    const room = concurrency - running.size;
    if (room > 0) for (const id of store.dueMessages(at, [...running.keys()], room)) run(id);
    if (running.size >= concurrency) return;
    const next = store.nextDue([...running.keys()]);
    if (next !== null) timer = setTimeout(wake, Math.min(Math.max(next - at, 1), 60_000));
  }
  wake();

  return {
    async submit(submission) {
      const submitted = await submitMessage(submission, context, store);
      if (submitted.accepted) queueMicrotask(wake);
      return submitted;
    },
    relay({ returnPath, recipients, raw, remoteIp }) {
      const at = now().getTime();
      const number = createQueueNumber(now());
      const id = encodeId(number);
      store.insert({
        id,
        returnPath,
        accountId: null,
        envId: null,
        createdAt: at,
        size: raw.byteLength,
        receivedFromIp: remoteIp,
        needsSignature: 0,
        raw,
        recipients: recipients.map((address) => newRecipient(address, at, at + context.expireAfter)),
      });
      context.emit({
        type: "queue.message-queued",
        createdAt: now(),
        data: { queueId: number, from: returnPath, to: recipients, size: raw.byteLength },
      });
      queueMicrotask(wake);
      return id;
    },
    status(queueId) {
      if (!store.find(queueId)) return null;
      return Object.fromEntries(store.recipients(queueId).map((row) => [row.address, toStatus(row)]));
    },
    cancel(queueId) {
      if (running.has(queueId) || !store.find(queueId)) return false;
      if (store.recipients(queueId).some((row) => row.state === "completed")) return false;
      store.drop(queueId);
      return true;
    },
    methods: objectMethods([
      queuedMessageObject(
        store,
        context,
        (id) => running.get(id),
        () => queueMicrotask(wake),
      ),
    ]),
    pause: () => void (isPaused = true),
    resume() {
      isPaused = false;
      wake();
    },
    async close() {
      isClosed = true;
      clearTimeout(timer);
      stopping.abort();
      await Promise.all(running.values());
      store.close();
    },
  };
}
