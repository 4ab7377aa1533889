/** What `work` gives, or `late` after `maxMs`; then nobody waits for it any more. */
export async function within<T>(maxMs: number, work: Promise<T>, late: T): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const deadline = new Promise<T>((resolve) => (timer = setTimeout(() => resolve(late), maxMs)));
  return Promise.race([work, deadline]).finally(() => clearTimeout(timer));
}
