import { revalidate } from "@solidjs/router";
import { createEffect, onCleanup, onMount } from "solid-js";
import { trpc } from "~/trpc/client";
import type { DomainDetail } from "../schema";
import { domainDetail } from "./queries";

const everyMs = 3000;
const watchEveryMs = 10_000;
/** Who leaves a page open over night does not keep name servers busy. */
const watchForMs = 5 * 60_000;

/** Looks again by itself while a check is under way: its end may have been announced before this page was listening. */
export function awaitCheck(isChecking: () => boolean): void {
  createEffect(() => {
    if (!isChecking()) return;
    const timer = setInterval(() => void revalidate(domainDetail.key), everyMs);
    onCleanup(() => clearInterval(timer));
  });
}

const mayChange = ({ state, requiredDone, requiredTotal, mailFlow }: DomainDetail) =>
  state !== "releasing" &&
  state !== "suspended" &&
  (state !== "active" || requiredDone < requiredTotal || !["match", "ignored"].includes(mailFlow));

/**
 * Has DNS looked at every ten seconds while somebody sees the page and something is still to be done, for five minutes after they last came
 * to it: what is published shows by itself.
 */
export function createWatch(domain: () => DomainDetail): void {
  onMount(() => {
    let until = Date.now() + watchForMs;
    const onSeen = () => void (until = Date.now() + watchForMs);
    const timer = setInterval(() => {
      if (document.visibilityState !== "visible" || Date.now() > until || !mayChange(domain())) return;
      // A look that was refused or lost is made up for by the next.
      trpc.domains.watch.mutate({ domainId: domain().id }).catch(() => {});
    }, watchEveryMs);
    document.addEventListener("visibilitychange", onSeen);
    onCleanup(() => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", onSeen);
    });
  });
}
