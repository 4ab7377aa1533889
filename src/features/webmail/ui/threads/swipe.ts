import { t } from "~/lib/i18n/t";

/** How far a row has to be drawn so that something is done with it: a share of its width. */
const enough = 0.35;
/** Pixels after which a movement is a swipe or a scroll, for good. */
const slack = 10;

const words = { archive: "webmail.archive", trash: "webmail.delete" } as const;

type Drawn = { link: HTMLElement; x: number; y: number; isSwipe: boolean | undefined; by: number };

/** Rows that a finger draws to the right are archived, to the left deleted. What is done stands under the row while it is drawn. */
export function swipeRows(list: HTMLElement, act: (threadId: string, to: "archive" | "trash") => void): void {
  let drawn: Drawn | undefined;
  const towards = (by: number) => {
    const isForward = by > 0 === (getComputedStyle(list).direction === "ltr");
    return isForward ? "archive" : "trash";
  };
  const letGo = () => {
    if (!drawn) return;
    const { link } = drawn;
    link.style.translate = "";
    link.parentElement?.removeAttribute("data-swipe");
    drawn = undefined;
  };
  list.dataset["swipes"] = "";
  list.addEventListener(
    "touchstart",
    ({ touches, target }) => {
      letGo();
      const link =
        target instanceof Element ? target.closest<HTMLElement>("[data-slot=thread-row][data-thread]") : null;
      const [touch] = touches;
      if (link && touch && touches.length === 1)
        drawn = { link, x: touch.clientX, y: touch.clientY, isSwipe: undefined, by: 0 };
    },
    { passive: true },
  );
  list.addEventListener(
    "touchmove",
    (event) => {
      const [touch] = event.touches;
      if (!drawn || !touch) return;
      const [dx, dy] = [touch.clientX - drawn.x, touch.clientY - drawn.y];
      if (drawn.isSwipe === undefined && Math.max(Math.abs(dx), Math.abs(dy)) > slack)
        drawn.isSwipe = Math.abs(dx) > Math.abs(dy) * 1.5;
      if (drawn.isSwipe === false) return letGo();
      if (!drawn.isSwipe) return;
      event.preventDefault();
      drawn.by = dx;
      drawn.link.style.translate = `${dx}px`;
      const to = towards(dx);
      Object.assign(drawn.link.parentElement?.dataset ?? {}, { swipe: to, label: t(words[to]) });
    },
    { passive: false },
  );
  list.addEventListener("touchcancel", letGo);
  list.addEventListener("touchend", () => {
    if (!drawn) return;
    const { link, by, isSwipe } = drawn;
    const threadId = link.dataset["thread"];
    letGo();
    if (isSwipe && threadId && Math.abs(by) > link.offsetWidth * enough) act(threadId, towards(by));
  });
}
