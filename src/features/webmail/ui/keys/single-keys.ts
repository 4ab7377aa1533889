import { createSignal } from "solid-js";
import { isServer } from "solid-js/web";

const place = "deftmail.singleKeys";

function read(): boolean {
  try {
    return isServer || localStorage.getItem(place) !== "off";
  } catch {
    return true;
  }
}

const [isOn, setOn] = createSignal(read());

/** Whether letters alone do something (WCAG 2.1.4: whoever dictates or hits keys by chance can turn them off). In this browser only. */
export const hasSingleKeys = isOn;

export function setSingleKeys(next: boolean): void {
  setOn(next);
  try {
    localStorage.setItem(place, next ? "on" : "off");
  } catch {
    // It is so for this page then.
  }
}
