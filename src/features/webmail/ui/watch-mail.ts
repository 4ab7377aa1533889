import { revalidate } from "@solidjs/router";
import { onCleanup, onMount } from "solid-js";
import { trpc } from "~/trpc/client";
import type { MailChange, MailStates } from "../schema";
import { conversation, listKeys, mailKeys } from "./queries";

/** Changes that come together are one reading anew; milliseconds. */
const gatherMs = 80;
const firstDelayMs = 1_000;
const longestDelayMs = 30_000;

/**
 * Keeps the page's mail fresh while it is open: the server says that something moved since `states`, the page reads it again. A line that
 * breaks is taken up after a while that grows and that chance spreads, so that a server that comes back is not met by all pages at once.
 */
export function watchMail({ states }: { states: () => MailStates | undefined }): void {
  onMount(() => {
    let failures = 0;
    let due: ReturnType<typeof setTimeout> | undefined;
    let again: ReturnType<typeof setTimeout> | undefined;
    let stop = () => {};
    /** Keys of what is to be read again: of conversations only those in which something changed. */
    let stale = new Set<string>();
    const refresh = (change?: MailChange) => {
      const { threadIds } = change ?? { threadIds: null };
      for (const key of threadIds ? listKeys : mailKeys) stale.add(key);
      for (const id of threadIds ?? []) stale.add(conversation.keyFor(id));
      due ??= setTimeout(() => {
        due = undefined;
        void revalidate([...stale]);
        stale = new Set();
      }, gatherMs);
    };
    const retry = () => {
      stop();
      clearTimeout(again);
      const delay = Math.min(longestDelayMs, firstDelayMs * 2 ** failures++);
      again = setTimeout(connect, delay * (0.5 + Math.random()));
    };
    const connect = () => {
      let isOver = false;
      const once = (then: () => void) => () => {
        if (!isOver) then();
      };
      const line = trpc.webmail.live.subscribe(
        { since: states() },
        {
          onData: (change) => refresh(change),
          onStarted: () => {
            if (failures > 0) refresh();
            failures = 0;
          },
          onError: once(() => (refresh(), retry())),
          onComplete: once(retry),
          onConnectionStateChange: ({ state, error }) => state === "connecting" && error && once(retry)(),
        },
      );
      stop = () => {
        isOver = true;
        line.unsubscribe();
      };
    };
    connect();
    onCleanup(() => {
      clearTimeout(due);
      clearTimeout(again);
      stop();
    });
  });
}
