import { createSignal, onCleanup } from "solid-js";

/** Screens a second from which on rows are neither read nor there in time. A page key that is held down stays below. */
const passingSpeed = 40;

/** Milliseconds over which a speed is measured, and without scrolling until one has arrived. */
const sample = 50;
const rest = 100;

/** Tells a list that one flies over from one that one reads, so that what only passes by is not fetched. */
export function createScrollSpeed() {
  const [isPassing, setPassing] = createSignal(false);
  let last = { at: 0, screens: 0, isFast: false };
  let arrival: ReturnType<typeof setTimeout> | undefined;
  onCleanup(() => clearTimeout(arrival));
  return {
    isPassing,
    /** How many screens from the top one is at a time in milliseconds. */
    moved(screens: number, at: number): void {
      clearTimeout(arrival);
      arrival = setTimeout(() => setPassing(false), rest);
      const took = at - last.at;
      if (took < sample) return;
      const isFast = (Math.abs(screens - last.screens) / took) * 1000 > passingSpeed && took < rest * 2;
      // A single leap leads somewhere.
      setPassing(isFast && last.isFast);
      last = { at, screens, isFast };
    },
  };
}
