/** As `Promise.all` of two, but it rejects only when both have ended: nothing is still starting while the rest is being stopped. */
export async function settleBoth<A, B>(first: Promise<A>, second: Promise<B>): Promise<[A, B]> {
  await Promise.allSettled([first, second]);
  return Promise.all([first, second]);
}
