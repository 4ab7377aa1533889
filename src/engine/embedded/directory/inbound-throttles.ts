import { encodeId } from "../ids";
import type { EmitEvent } from "../seams";
import type { RegistryStore } from "./registry-store";
import { readThrottleExpression, type StartedMessage } from "./throttle-expression";
import type { ThrottleBody } from "./throttle-object";

type Limiter = {
  id: string;
  isOfRecipients: boolean;
  keys: string[];
  count: number;
  period: number;
  applies(message: StartedMessage): boolean;
};

function readLimiters(store: RegistryStore): Limiter[] {
  return store.list("MtaInboundThrottle").flatMap(({ id, body }): Limiter[] => {
    const { enable, key, match, rate } = body as ThrottleBody;
    const applies = readThrottleExpression(match.else);
    const isOfRecipients = /\brcpt\b/.test(match.else);
    return enable && applies
      ? [{ id: encodeId(id), isOfRecipients, keys: Object.keys(key).sort(), ...rate, applies }]
      : [];
  });
}

const keyed: Record<string, (message: StartedMessage) => string> = {
  authenticatedAs: ({ authenticatedAs }) => authenticatedAs,
  sender: ({ sender }) => sender,
  senderDomain: ({ sender }) => sender.slice(sender.lastIndexOf("@") + 1),
};

const maxCounters = 100_000;

/**
 * Counts the messages that begin, and by rules that name the recipient each recipient. As in Stalwart a window starts at each multiple of the period, what is refused counts as well,
 * and rules with the same keys and rate share a counter. Counters do not outlive the process.
 */
export function createInboundThrottles(store: RegistryStore, emit: EmitEvent, now: () => Date) {
  let limiters = readLimiters(store);
  const counters = new Map<string, { window: number; count: number }>();

  return {
    reload: () => void (limiters = readLimiters(store)),
    /** False when a rule says that this is one message too many for now. */
    admit(message: StartedMessage): boolean {
      const at = now();
      for (const { id, isOfRecipients, keys, count, period, applies } of limiters) {
        if (isOfRecipients !== (message.rcpt !== "") || !applies(message)) continue;
        const name = JSON.stringify([keys.map((key) => keyed[key]?.(message)), count, period]);
        const window = Math.floor(at.getTime() / period);
        const known = counters.get(name);
        const counter = known?.window === window ? known : { window, count: 0 };
        counter.count++;
        if (counters.size >= maxCounters && !known) counters.clear();
        counters.set(name, counter);
        if (counter.count <= count) continue;
        emit({ type: "smtp.rate-limit-exceeded", createdAt: at, data: { id, limit: [count, period], ...message } });
        return false;
      }
      return true;
    },
  };
}
