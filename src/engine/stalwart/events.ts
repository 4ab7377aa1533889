import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import { EngineError } from "../engine-error.ts";
import type { UserEngine } from "../mail-engine.ts";
import type { StateChange } from "../mail-objects.ts";
import type { JmapClient } from "./jmap-client.ts";
import { jitter } from "./retry-busy.ts";
import type { OpenEventStream } from "./event-stream.ts";

const types = [
  "Email",
  "Mailbox",
  "Thread",
  "EmailSubmission",
  "EmailDelivery",
] as const satisfies (keyof StateChange)[];

const State = z.object({ state: z.string() });
const States = z.object({ Email: State, Mailbox: State, Thread: State });
const Pushed = z.object({ changed: z.record(z.string(), z.record(z.string(), z.string())) });

const firstDelayMs = 500;
const longestDelayMs = 30_000;
/** A stream that lived this long was a good one. */
const steadyMs = 20_000;

/**
 * RFC 8620 section 7.3. The stream has no memory: after every (re)connection the present states are asked for, so that nothing that moved in
 * between is missed; the first value is what they are now. Ends with `unauthorized` when the credential is not accepted any more.
 */
export const createEvents = (jmap: JmapClient, open: OpenEventStream): UserEngine["events"] =>
  async function* (signal) {
    const known: StateChange = {};
    const moved = (states: StateChange): StateChange | null => {
      const news = types.filter((type) => states[type] !== undefined && states[type] !== known[type]);
      Object.assign(known, states);
      return news.length > 0 ? Object.fromEntries(news.map((type) => [type, states[type]])) : null;
    };
    for (let failures = 0; !signal.aborted;) {
      const opened = Date.now();
      try {
        const { accountId, eventSourceUrl } = await jmap.refreshSession();
        for await (const pushed of open(eventSourceUrl, types, signal)) {
          const states =
            pushed === null ? await presentStates(jmap) : (Pushed.safeParse(pushed).data?.changed[accountId] ?? {});
          const news = moved(states);
          if (news) yield news;
        }
      } catch (error) {
        if (signal.aborted) return;
        if (!(error instanceof EngineError) || error.failure !== "unavailable") throw error;
      }
      // A server that takes the connection and drops it at once is in as much trouble as one that does not take it.
      failures = Date.now() - opened > steadyMs ? 0 : failures + 1;
      const delay = firstDelayMs / 2 + jitter(failures, firstDelayMs, longestDelayMs);
      await pause(delay, undefined, { signal }).catch(() => undefined);
    }
  };

async function presentStates(jmap: JmapClient): Promise<StateChange> {
  const nothing = { ids: [] };
  const reply = await jmap.send(
    { Email: ["Email/get", nothing], Mailbox: ["Mailbox/get", nothing], Thread: ["Thread/get", nothing] },
    States,
  );
  return { Email: reply.Email.state, Mailbox: reply.Mailbox.state, Thread: reply.Thread.state };
}
