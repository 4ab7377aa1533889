/**
 * Which row of the list a position of the folder is, while some threads are on their way out of it. `leaving` are the positions of
 * these, in order.
 */
export const rowOf = (position: number, leaving: readonly number[]): number =>
  position - leaving.filter((gone) => gone < position).length;

/** The position of the folder that a row of the list shows. */
export const positionOf = (row: number, leaving: readonly number[]): number =>
  leaving.reduce((position, gone) => (gone <= position ? position + 1 : position), row);

/** Rows to have on the page: those one sees and some around, more of them where one is scrolling to. From `from` up to before `to`. */
export function rowsAround(first: number, visible: number, direction: 1 | -1): { from: number; to: number } {
  const [before, after] = direction > 0 ? [4, 12] : [12, 4];
  // In steps, so that not every frame changes something.
  const step = 4;
  return {
    from: Math.max(0, Math.floor((first - before) / step) * step),
    to: Math.ceil((first + visible + after) / step) * step,
  };
}
