declare global {
  interface Window {
    /** Kept by the script that runs before anything else in a page. */
    earlyKeys?: KeyboardEvent[] | undefined;
  }
}

/** Milliseconds after which nobody expects a key to do anything. */
const patience = 3000;

/**
 * Plays again what was pressed before anything listened for the keys of the page, once what they act on listens, too; nothing is kept from
 * now on.
 */
export function replayEarlyKeys(): void {
  const keys = window.earlyKeys ?? [];
  window.earlyKeys = undefined;
  const recent = keys.filter(({ timeStamp }) => performance.now() - timeStamp < patience);
  setTimeout(() => recent.forEach((key) => key.target?.dispatchEvent(new KeyboardEvent("keydown", key))));
}
