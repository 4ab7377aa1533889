import { revalidate } from "@solidjs/router";
import { onCleanup, onMount } from "solid-js";
import type { LiveEvent } from "~/server/live";
import { trpc } from "./client";

/** Events that come together are one reading anew; milliseconds. */
const gatherMs = 100;
/** The server ends a stream when its session changes; whoever still has one listens again. */
const againMs = 1000;

/**
 * Keeps an open page fresh without a reload: when the server says that something of a topic changed, the router queries under that
 * topic's keys are read again. One stream a tab: call it in the layout. What happened while the line was down is caught up with.
 */
export function revalidateOn(keysOf: Partial<Record<LiveEvent["topic"], readonly string[]>>): void {
  onMount(() => {
    const due = new Set<string>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let hasStarted = false;
    const refresh = (keys: readonly string[] = []) => {
      for (const key of keys) due.add(key);
      timer ??= setTimeout(() => {
        const keys = [...due];
        due.clear();
        timer = undefined;
        void revalidate(keys);
      }, gatherMs);
    };
    let again: ReturnType<typeof setTimeout> | undefined;
    const listen = () =>
      trpc.live.events.subscribe(undefined, {
        onData: ({ topic }) => refresh(keysOf[topic]),
        onStarted: () => (hasStarted ? refresh(Object.values(keysOf).flat()) : void (hasStarted = true)),
        onComplete: () => void (again = setTimeout(() => (subscription = listen()), againMs)),
      });
    let subscription = listen();
    onCleanup(() => {
      clearTimeout(timer);
      clearTimeout(again);
      subscription.unsubscribe();
    });
  });
}
