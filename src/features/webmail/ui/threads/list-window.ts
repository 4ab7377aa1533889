import { createSignal, onCleanup, onMount } from "solid-js";
import { rowsAround } from "./row-places";
import { createScrollSpeed } from "./scroll-speed";

/** What the server renders, and a browser before it knows how high a row is. */
const firstRows = 24;

export type ListWindow = ReturnType<typeof createListWindow>;

/** Which rows of a long list have to be on the page. All rows are equally high; the stylesheet says how high. */
export function createListWindow() {
  const [range, setRange] = createSignal(
    { from: 0, to: firstRows },
    { equals: (a, b) => a.from === b.from && a.to === b.to },
  );
  const [seen, setSeen] = createSignal(0);
  const speed = createScrollSpeed();
  let scroller!: HTMLElement;
  let list: HTMLElement | undefined;
  let watcher: ResizeObserver | undefined;
  let rowHeight = 0;
  let top = 0;
  let direction: 1 | -1 = 1;
  let wasHidden = false;

  const visible = () => Math.max(1, Math.floor(scroller.clientHeight / rowHeight));
  const update = () => {
    if (rowHeight === 0 || scroller.clientHeight === 0) return;
    if (scroller.scrollTop !== top) direction = scroller.scrollTop > top ? 1 : -1;
    top = scroller.scrollTop;
    speed.moved(top / scroller.clientHeight, performance.now());
    const first = Math.floor(top / rowHeight);
    setSeen(first);
    setRange(rowsAround(first, visible(), direction));
  };
  const scrollTo = (wanted: number) => {
    scroller.scrollTop = wanted;
    update();
  };
  const measure = () => {
    if (scroller.clientHeight === 0) return void (wasHidden = true);
    const height = list?.firstElementChild?.getBoundingClientRect().height ?? 0;
    const first = rowHeight > 0 ? top / rowHeight : 0;
    const isMoved = wasHidden || (rowHeight > 0 && height !== rowHeight);
    wasHidden = false;
    if (height > 0) rowHeight = height;
    // What one saw is seen again after another density, and after a thread that was open in place of the list.
    if (isMoved) scrollTo(first * rowHeight);
    else update();
  };
  onMount(() => {
    watcher = new ResizeObserver(measure);
    watcher.observe(scroller);
    if (list) watcher.observe(list);
    scroller.addEventListener("scroll", update, { passive: true });
    measure();
    onCleanup(() => watcher?.disconnect());
  });

  return {
    scroller: (element: HTMLElement) => void (scroller = element),
    list(element: HTMLElement): void {
      list = element;
      watcher?.observe(element);
    },
    range,
    /** Whether one flies over the rows, faster than one can read. */
    isPassing: speed.isPassing,
    /** The first row that one sees. */
    seen,
    /** Rows that fit, for a page up or down. */
    visible,
    /** Where one scrolls to. */
    direction: () => direction,
    isScrolled: () => top > rowHeight / 2,
    /** Follows what moved by so many rows, so that one goes on looking at the same. */
    shift: (rows: number) => scrollTo(top + rows * rowHeight),
    /** Scrolls as little as it takes to show a row. */
    show(row: number): void {
      if (rowHeight === 0 || scroller.clientHeight === 0) return;
      const [above, below] = [row * rowHeight, (row + 1) * rowHeight - scroller.clientHeight];
      if (top > above) scrollTo(above);
      else if (top < below) scrollTo(below);
    },
  };
}
