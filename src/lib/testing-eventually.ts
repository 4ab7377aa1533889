/** Reads until the value is wanted; servers index, deliver and push in their own time. */
export async function eventually<T>(read: () => Promise<T>, wanted: (value: T) => boolean): Promise<T> {
  const until = Date.now() + 15_000;
  for (;;) {
    const value = await read();
    if (wanted(value)) return value;
    if (Date.now() > until)
      throw new Error(`waited in vain; the last answer was ${JSON.stringify(value)?.slice(0, 800)}`);
    await Bun.sleep(30);
  }
}
