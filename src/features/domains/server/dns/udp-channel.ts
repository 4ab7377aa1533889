import { randomInt } from "node:crypto";
import { type Exchange, ExchangeError, parseReply, type Reply, toReason } from "./dns-exchange";
import type { ServerAddress } from "./server-address";

/** One port of ours that hears one server only, and carries many questions at a time. */
export type Channel = {
  /** `onEnd` hears of its end, whatever it is. */
  ask(exchange: Exchange, onEnd?: () => void): Promise<Reply>;
  /** Questions on their way. */
  load(): number;
  /** Takes no more questions: guesses at its port would get better with its age (RFC 5452 section 9.2). */
  isWorn(): boolean;
};

type Waiting = { accepts: Exchange["accepts"]; end(outcome: Reply | ExchangeError): void };

const maxQuestions = 1000;
const idleMs = 500;
const idBytes = 2;
const ids = 0x10000;

/** Opens a connected socket, from a port that the system picks at random. It closes itself when it is idle; `onClose` hears of it. Rejects with `ExchangeError`. */
export async function openChannel({ host, port }: ServerAddress, onClose: () => void): Promise<Channel> {
  const waiting = new Map<number, Waiting>();
  let unsent: Buffer[] = [];
  let asked = 0;
  let isSending = false;
  let isClosed = false;
  let idle: ReturnType<typeof setTimeout> | undefined;

  const socket = await Promise.try(() =>
    Bun.udpSocket({ connect: { hostname: host, port }, socket: { data: hear, drain: sendAll, error: fail } }),
  ).catch((error: unknown) => {
    throw new ExchangeError(toReason(error));
  });
  rest();

  function hear(_: unknown, bytes: Buffer) {
    if (bytes.length < idBytes) return;
    const pending = waiting.get(bytes.readUInt16BE());
    const reply = pending && parseReply(bytes);
    if (reply && pending.accepts(reply)) pending.end(reply);
  }
  /** The system says that nobody listens there: that is the end of all that were asked. Bun passes the error alone. */
  function fail(error: unknown) {
    for (const pending of waiting.values()) pending.end(new ExchangeError(toReason(error)));
  }
  /** What is asked in one breath goes out in one call to the system. */
  function send(query: Buffer) {
    unsent.push(query);
    if (isSending) return;
    isSending = true;
    queueMicrotask(sendAll);
  }
  function sendAll() {
    isSending = false;
    try {
      const sent = socket.sendMany(unsent);
      unsent = unsent.slice(sent);
    } catch (error) {
      unsent = [];
      fail(error);
    }
  }
  function rest() {
    idle = setTimeout(() => {
      isClosed = true;
      socket.close();
      onClose();
    }, idleMs);
  }
  function pickId(): number {
    let id = randomInt(ids);
    while (waiting.has(id)) id = randomInt(ids);
    return id;
  }

  return {
    load: () => waiting.size,
    isWorn: () => isClosed || asked >= maxQuestions,
    ask({ query, timeoutMs, accepts }, onEnd) {
      clearTimeout(idle);
      asked += 1;
      const id = pickId();
      query.writeUInt16BE(id);
      return new Promise<Reply>((resolve, reject) => {
        const timer = setTimeout(() => end(new ExchangeError("ETIMEOUT")), timeoutMs);
        const end = (outcome: Reply | ExchangeError) => {
          clearTimeout(timer);
          waiting.delete(id);
          if (waiting.size === 0) rest();
          onEnd?.();
          if (outcome instanceof ExchangeError) reject(outcome);
          else resolve(outcome);
        };
        waiting.set(id, { accepts, end });
        send(query);
      });
    },
  };
}
