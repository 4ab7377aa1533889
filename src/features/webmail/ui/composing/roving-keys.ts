const controls = "button:not(:disabled), select:not(:disabled)";

/** Events of a toolbar in which Left, Right, Home and End move the focus, and Tab stops once: where it was last. */
export function rovingKeys(bar: () => HTMLElement) {
  const all = () => [...bar().querySelectorAll<HTMLElement>(controls)];
  const stopAt = (stop: Element) => {
    for (const control of all()) control.tabIndex = control === stop ? 0 : -1;
  };
  return {
    onFocusIn: ({ target }: FocusEvent) => target instanceof Element && stopAt(target),
    onKeyDown: (event: KeyboardEvent) => {
      const list = all();
      const at = list.indexOf(document.activeElement as HTMLElement);
      const isRtl = getComputedStyle(bar()).direction === "rtl";
      const to = { ArrowRight: at + (isRtl ? -1 : 1), ArrowLeft: at + (isRtl ? 1 : -1), Home: 0, End: -1 }[event.key];
      if (at < 0 || to === undefined) return;
      event.preventDefault();
      list.at(to % list.length)?.focus();
    },
  };
}
