import type { WebHook } from "../directory/web-hook-object";
import type { EmitEvent, EngineEvent } from "../seams";
import { postBatch } from "./post-batch";

const maxWaiting = 10_000;
const maxBatch = 500;

type Sender = { offer(event: EngineEvent): void; close(): void };

function createSender(hook: WebHook, now: () => Date, stop: AbortSignal): Sender {
  const names = new Set(Object.keys(hook.events));
  const isWanted = (type: string) => names.has(type) === (hook.eventsPolicy === "include");
  const isFresh = (event: EngineEvent) => now().getTime() - event.createdAt.getTime() <= hook.discardAfter;
  let waiting: EngineEvent[] = [];
  let timer: Timer | undefined;
  let isPosting = false;

  const schedule = () => {
    if (timer || isPosting || waiting.length === 0 || stop.aborted) return;
    timer = setTimeout(post, hook.throttle);
  };

  async function post(): Promise<void> {
    timer = undefined;
    isPosting = true;
    waiting = waiting.filter(isFresh);
    const batch = waiting.slice(0, maxBatch);
    if (batch.length > 0 && (await postBatch(hook, batch, stop))) {
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
    close: () => clearTimeout(timer),
  };
}

/**
 * Posts engine events to the `x:WebHook` objects, in batches `throttle` apart, one POST at a time for each hook. A batch that was
 * not answered with 2xx is posted again until its events are older than `discardAfter`. Nothing is kept across a restart.
 */
export function createWebHooks({ hooks, now = () => new Date() }: { hooks(): WebHook[]; now?(): Date }) {
  let stop = new AbortController();
  let senders: Sender[] = [];

  const close = () => {
    stop.abort();
    for (const sender of senders) sender.close();
    senders = [];
  };
  const reload = () => {
    close();
    stop = new AbortController();
    senders = hooks().map((hook) => createSender(hook, now, stop.signal));
  };
  reload();

  const emit: EmitEvent = (event) => {
    for (const sender of senders) sender.offer(event);
  };
  return {
    emit,
    /** Takes up changed hooks (`x:Action` `ReloadSettings`); events that wait for the old ones are lost, as in Stalwart. */
    reload,
    close,
  };
}
