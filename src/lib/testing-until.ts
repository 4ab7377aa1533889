/** Resolves when `condition` gives something other than false, null or undefined; fails loudly after `timeout` milliseconds. */
export async function until<T>(
  condition: () => T | false | null | undefined | Promise<T | false | null | undefined>,
  timeout = 20_000,
): Promise<T> {
  for (const end = Date.now() + timeout; ; await Bun.sleep(5)) {
    const value = await condition();
    if (value !== false && value !== null && value !== undefined) return value;
    if (Date.now() > end) throw new Error(`Waited in vain for: ${condition.toString()}`);
  }
}
