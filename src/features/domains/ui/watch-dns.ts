import { createEffect, onCleanup } from "solid-js";
import { trpc } from "~/trpc/client";

const everyMs = 10_000;
/** Then it is looked at as rarely as when nobody looks: the page was left open. */
const timesAtMost = 30;

/** Has DNS looked at again and again while the page of a domain is open and to be seen; what is found comes as a live event. */
export function createDnsWatch(domainId: () => string): void {
  createEffect(() => {
    const id = domainId();
    let times = 0;
    const timer = setInterval(() => {
      if (document.hidden) return;
      if (++times > timesAtMost) return clearInterval(timer);
      // Nobody asked for it, so nobody has to hear of it when it fails.
      trpc.domains.watch.mutate({ domainId: id }).catch(() => {});
    }, everyMs);
    onCleanup(() => clearInterval(timer));
  });
}
