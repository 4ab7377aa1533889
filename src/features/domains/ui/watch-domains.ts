import { revalidate } from "@solidjs/router";
import { onCleanup, onMount } from "solid-js";
import { trpc } from "~/trpc/client";
import { domainDetail, domainList } from "./queries";

/** Keeps the page's domains fresh while it is open: the server says that something changed, the page reads it again. */
export function watchDomains(): void {
  const refresh = () => void revalidate([domainList.key, domainDetail.key]);
  onMount(() => {
    const subscription = trpc.live.events.subscribe(undefined, {
      // What happened before the line stood, or while it was down, is not told again.
      onStarted: refresh,
      onData: ({ topic }) => {
        if (topic === "domain" || topic === "session") refresh();
      },
    });
    onCleanup(() => subscription.unsubscribe());
  });
}
