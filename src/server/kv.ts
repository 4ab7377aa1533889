import Redis from "ioredis";
import { z } from "zod";
import { createEvents, type Events, type PageEvent, pageTopics } from "./events";
import type { Log } from "./log";

/** The fast, forgetful store: fan-out of page events (and, through `redis`, rate limits). Nothing in it is the only copy of anything. */
export type Kv = { events: Events; redis: Redis | null; check(): Promise<void>; close(): Promise<void> };

const channel = "deftmail:page-events";
/** A store that hangs holds up every request: it is given up on after this; milliseconds. */
const commandTimeout = 1000;
/** How long a silent line is taken for a quiet one; milliseconds. */
const heartbeatMs = 5000;
const PageEventJson = z.object({
  tenantId: z.uuid(),
  topic: z.enum(pageTopics),
  subjectId: z.string().optional(),
});

export type KvOptions = {
  url?: string;
  password?: string;
  log: Log;
  /** Hears every event of every process. */
  onEvent?: (event: PageEvent) => void;
  /** Whether events of other processes arrive; told whenever that changes. Never told without a URL: there are no others. */
  onHearing?: (isHeard: boolean) => void;
};

/** In this process when no URL is given, else on Redis, where every web and worker process shares it. */
export function createKv({ url, password, log, onEvent, onHearing = () => {} }: KvOptions): Kv {
  const local = createEvents(onEvent);
  if (!url) return { events: local, redis: null, async check() {}, async close() {} };

  const open = (more: { commandTimeout?: number } = {}) => {
    const client = new Redis(url, { password, connectTimeout: 5000, maxRetriesPerRequest: 2, ...more });
    client.on("error", (error) => log.warn("Redis is not reachable", { error: error.message }));
    return client;
  };
  const [redis, subscriber] = [open({ commandTimeout }), open()];
  onHearing(false);
  subscriber.on("ready", () =>
    subscriber.subscribe(channel).then(
      () => onHearing(true),
      () => {},
    ),
  );
  subscriber.on("close", () => onHearing(false));
  // A store that hangs, or a line that was cut without a word, says nothing by itself.
  const heartbeat = setInterval(async () => {
    if (subscriber.status !== "ready") return;
    const beat = await Promise.race([subscriber.ping(), Bun.sleep(commandTimeout).then(() => null)]).catch(() => null);
    if (beat === null) subscriber.disconnect(true);
  }, heartbeatMs).unref();
  subscriber.on("message", (_, text) => {
    const event = PageEventJson.safeParse(parseJson(text));
    if (event.success) local.receive(event.data);
    else log.warn("a page event could not be read");
  });
  const publish: Events["publish"] = (event) => {
    redis.publish(channel, JSON.stringify(event)).catch((error: Error) => {
      log.warn("a page event reached this process alone", { error: error.message });
      local.receive(event);
    });
  };
  return {
    events: { publish, subscribe: local.subscribe },
    redis,
    check: async () => void (await redis.ping()),
    // A connection that is down cannot say goodbye: it is dropped.
    close: async () => {
      clearInterval(heartbeat);
      await Promise.all([redis, subscriber].map((client) => client.quit().catch(() => client.disconnect())));
    },
  };
}

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};
