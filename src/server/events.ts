import { EventEmitter } from "node:events";

export const pageTopics = ["domain", "user", "mail", "session", "webhook", "delivery", "run", "group"] as const;

/** What open pages are told: that something of a kind changed, never the data itself. */
export type PageEvent = {
  tenantId: string;
  topic: (typeof pageTopics)[number];
  subjectId?: string;
};

export type Events = {
  publish(event: PageEvent): void;
  /**
   * Yields the events of one tenant until `signal` aborts; first those of the last seconds, which a page that was being rendered and
   * loaded meanwhile has not seen. That a session changed is not among them: who listens has just been let in with what it is now.
   */
  subscribe(tenantId: string, signal: AbortSignal): AsyncIterable<PageEvent>;
};

/** As long as a page may take from being rendered to listening. */
const recentMs = 10_000;
const recentKept = 1000;

/** Fan-out within this process; `onEvent` hears everything, before any page. */
export function createEvents(
  onEvent: (event: PageEvent) => void = () => {},
): Events & { receive(event: PageEvent): void } {
  const emitter = new EventEmitter().setMaxListeners(0);
  let recent: { at: number; event: PageEvent }[] = [];

  const receive = (event: PageEvent) => {
    const now = Date.now();
    recent = recent.filter(({ at }) => now - at < recentMs).slice(1 - recentKept);
    recent.push({ at: now, event });
    onEvent(event);
    emitter.emit(event.tenantId, event);
  };

  const recentOf = (tenantId: string) => {
    const since = Date.now() - recentMs;
    const isMissed = ({ tenantId: of, topic }: PageEvent) => of === tenantId && topic !== "session";
    return recent.filter(({ at, event }) => isMissed(event) && at > since).map(({ event }) => event);
  };

  return {
    receive,
    publish: receive,
    async *subscribe(tenantId, signal) {
      const waiting = recentOf(tenantId);
      let wake = () => {};
      const listen = (event: PageEvent) => {
        waiting.push(event);
        wake();
      };
      emitter.on(tenantId, listen);
      signal.addEventListener("abort", () => wake(), { once: true });
      try {
        while (!signal.aborted) {
          yield* waiting.splice(0);
          if (waiting.length === 0 && !signal.aborted) await new Promise<void>((resolve) => (wake = resolve));
        }
      } finally {
        emitter.off(tenantId, listen);
      }
    },
  };
}
