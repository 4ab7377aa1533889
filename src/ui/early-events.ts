/**
 * Runs before anything else in a page. Solid keeps what is pressed before it has taken over the page and plays it again then, but by that
 * time the browser has emptied the event's path; this keeps the path. Must hold neither `<` nor `&`, which the renderer escapes.
 */
export const keepEarlyEvents = `for (const type of ["click", "input"])
  document.addEventListener(type, (event) => {
    if (self._$HY?.done) return;
    const path = event.composedPath();
    Object.defineProperty(event, "composedPath", { value: () => path });
  }, true);`;
