import { EventEmitter } from "node:events";

/** What open pages are told: that something of a kind changed, never the data itself. */
export type PageEvent = { tenantId: string; topic: "domain" | "user" | "mail" | "session"; subjectId?: string };

export type Events = {
  publish(event: PageEvent): void;
  /** Yields the events of one tenant until `signal` aborts. */
  subscribe(tenantId: string, signal: AbortSignal): AsyncIterable<PageEvent>;
};

/** Fan-out within this process. */
export function createEvents(): Events & { receive(event: PageEvent): void } {
  const emitter = new EventEmitter().setMaxListeners(0);
  const receive = (event: PageEvent) => void emitter.emit(event.tenantId, event);
  return {
    receive,
    publish: receive,
    async *subscribe(tenantId, signal) {
      const waiting: PageEvent[] = [];
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
