import { onCleanup } from "solid-js";

/** Keeps a sheet as high as what a keyboard on the screen leaves: some browsers lay it over the page instead of making the page smaller. */
export function followKeyboard(element: HTMLElement): void {
  const { visualViewport } = window;
  if (!visualViewport) return;
  const follow = () => {
    element.style.setProperty("--visible-height", `${visualViewport.height}px`);
    element.style.setProperty("--visible-top", `${visualViewport.offsetTop}px`);
  };
  follow();
  visualViewport.addEventListener("resize", follow);
  visualViewport.addEventListener("scroll", follow);
  onCleanup(() => {
    visualViewport.removeEventListener("resize", follow);
    visualViewport.removeEventListener("scroll", follow);
  });
}
