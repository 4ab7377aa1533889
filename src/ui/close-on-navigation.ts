import { useLocation } from "@solidjs/router";
import { createEffect, on } from "solid-js";

/** Closes a popover when the address changes: a drawer of links is done once one was followed. */
export function closeOnNavigation(popover: () => HTMLElement): void {
  const location = useLocation();
  createEffect(
    on(
      () => location.pathname + location.search,
      () => popover().matches(":popover-open") && popover().hidePopover(),
      { defer: true },
    ),
  );
}
