/**
 * Runs before anything else in a page. Solid keeps what is pressed before it has taken over the page and plays it again then, but by that
 * time the browser has emptied the event's path; this keeps the path. A form that is sent before anything answers to it is held and
 * offered again until somebody does, for ten seconds. What is chosen is told again once its part of the page has been taken over, and keys
 * that are pressed outside of fields wait for `replayEarlyKeys`. Must hold neither `<` nor `&`, which the renderer escapes.
 */
export const keepEarlyEvents = `for (const type of ["click", "input"])
  document.addEventListener(type, (event) => {
    if (self._$HY?.done) return;
    const path = event.composedPath();
    Object.defineProperty(event, "composedPath", { value: () => path });
  }, true);
addEventListener("change", (event) => {
  const part = event.target.closest("[data-hk]");
  const isLive = () => self._$HY?.completed?.has(part) ?? true;
  if (!part || isLive()) return;
  const offer = setInterval(() => {
    if (!isLive()) return;
    clearInterval(offer);
    event.target.dispatchEvent(new Event("change", event));
  }, 50);
}, true);
self.earlyKeys = [];
addEventListener("keydown", (event) => {
  const isTyped = event.target.closest?.("input, textarea, select, [contenteditable]");
  if (!isTyped) if (10000 > event.timeStamp) self.earlyKeys?.push(event);
}, true);
addEventListener("submit", (event) => {
  if (event.defaultPrevented || !event.isTrusted) return;
  event.preventDefault();
  let left = 100;
  const offer = setInterval(() => {
    const again = new SubmitEvent("submit", { bubbles: true, cancelable: true, submitter: event.submitter });
    event.target.dispatchEvent(again);
    if (again.defaultPrevented || --left === 0) clearInterval(offer);
  }, 100);
});`;
