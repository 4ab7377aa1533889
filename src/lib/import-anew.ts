let times = 0;

/**
 * What `load` imports, asked for once more if it did not arrive. A browser remembers for as long as a page lives that a script could not be
 * had (HTML, "fetch a single module script": the module map keeps null), so the second time it is asked for under another address; the
 * error names the first one in Chromium and Firefox. Throws what `load` threw where the script cannot be had at all.
 */
export const importAnew = <T>(load: () => Promise<T>): Promise<T> =>
  load().catch((error: unknown) => {
    const [address] = /https?:\/\/\S+\.js/.exec(String(error)) ?? [];
    if (!address) throw error;
    return import(/* @vite-ignore */ `${address}?${++times}`) as Promise<T>;
  });

/** Milliseconds. */
const longestWait = 30_000;

/** What `load` fetches, as soon as it can be had: for what a page cannot do without. Asks after a second at first, then less and less often. */
export const atLast = <T>(load: () => Promise<T>, wait = 1000): Promise<T> =>
  load().catch(async () => {
    await new Promise((resolve) => setTimeout(resolve, wait));
    return atLast(load, Math.min(2 * wait, longestWait));
  });
