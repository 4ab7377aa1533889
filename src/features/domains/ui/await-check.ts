import { revalidate } from "@solidjs/router";
import { createEffect, onCleanup } from "solid-js";
import { domainDetail } from "./queries";

const everyMs = 3000;

/** Looks again by itself while a check is under way: its end may have been announced before this page was listening. */
export function awaitCheck(isChecking: () => boolean): void {
  createEffect(() => {
    if (!isChecking()) return;
    const timer = setInterval(() => void revalidate(domainDetail.key), everyMs);
    onCleanup(() => clearInterval(timer));
  });
}
