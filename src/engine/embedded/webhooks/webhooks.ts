import type { WebHook } from "../directory/web-hook-object";
import type { EmitEvent, EngineEvent } from "../seams";
import { postBatch } from "./post-batch";

const maxWaiting = 10_000;
const maxBatch = 500;

type Sender = { offer(event: EngineEvent): void; close(): void };

function createSender(hook: WebHook, now: () => Date): Sender {
  const stop = new AbortController();
  const names = new Set(Object.keys(hook.events));
  const isWanted = (type: string) => names.has(type) === (hook.eventsPolicy === "include");
  const isFresh = (event: EngineEvent) => now().getTime() - event.createdAt.getTime() <= hook.discardAfter;
  let waiting: EngineEvent[] = [];
  let timer: Timer | undefined;
  let isPosting = false;

  const schedule = () => {
    if (timer || isPosting || waiting.length === 0 || stop.signal.aborted) return;
    timer = setTimeout(post, hook.throttle);
  };

  async function post(): Promise<void> {
    timer = undefined;
    isPosting = true;
    waiting = waiting.filter(isFresh);
    const batch = waiting.slice(0, maxBatch);
    if (batch.length > 0 && (await postBatch(hook, batch, stop.signal))) {
      const posted = new Set(batch);
      waiting = waiting.filter((event) => !posted.has(event));
    }
    isPosting = false;
    schedule();
  }

  return {
    offer(event) {
      if (!hook.enable || !isWanted(event.type)) return;
      waiting.push(event);
      if (waiting.length > maxWaiting) waiting.shift();
      schedule();
    },
    close() {
      stop.abort();
      clearTimeout(timer);
    },
  };
}

/**
 * Posts engine events to the `x:WebHook` objects, in batches `throttle` apart, one POST at a time for each hook. A batch that was
 * not answered with 2xx is posted again until its events are older than `discardAfter`. Nothing is kept across a restart.
 */
export function createWebHooks({ hooks, now = () => new Date() }: { hooks(): WebHook[]; now?(): Date }) {
  let senders = new Map<string, Sender>();

  const close = () => {
    for (const sender of senders.values()) sender.close();
    senders = new Map();
  };
  const reload = () => {
    const before = senders;
    senders = new Map();
    for (const hook of hooks()) {
      const same = JSON.stringify(hook);
      senders.set(same, before.get(same) ?? createSender(hook, now));
      before.delete(same);
    }
    for (const sender of before.values()) sender.close();
  };
  reload();

  const emit: EmitEvent = (event) => {
    for (const sender of senders.values()) sender.offer(event);
  };
  return {
    emit,
    /** Takes up changed hooks (`x:Action` `ReloadSettings`). Events that wait for a hook are lost when it was changed, and only then. */
    reload,
    close,
  };
}
