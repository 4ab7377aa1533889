import { revalidate } from "@solidjs/router";
import { onCleanup, onMount } from "solid-js";
import { trpc } from "~/trpc/client";
import { domainDetail, domainList } from "./queries";

/** Keeps the page's domains fresh while it is open: the server says that something changed, the page reads it again. */
export function watchDomains(): void {
  onMount(() => {
    let hasStarted = false;
    const refresh = () => void revalidate([domainList.key, domainDetail.key]);
    const subscription = trpc.domains.live.subscribe(undefined, {
      onData: refresh,
      // What happened while the line was down is not told again.
      onStarted: () => (hasStarted ? refresh() : void (hasStarted = true)),
    });
    onCleanup(() => subscription.unsubscribe());
  });
}
