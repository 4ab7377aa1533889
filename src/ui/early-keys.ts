declare global {
  interface Window {
    /** Kept by the script that runs before anything else in a page. */
    earlyKeys?: KeyboardEvent[];
  }
}

/** Milliseconds after which nobody expects a key to do anything. */
const patience = 2000;

/** What was pressed before anything listened for keys, oldest first. Whoever takes them listens from then on: nothing is kept any more. */
export function takeEarlyKeys(): KeyboardEvent[] {
  const keys = window.earlyKeys ?? [];
  window.earlyKeys = undefined;
  return keys.filter(({ timeStamp }) => performance.now() - timeStamp < patience);
}
