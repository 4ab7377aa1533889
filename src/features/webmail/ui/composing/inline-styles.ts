/** Stylesheets of mail are rarely longer; those that are would make every reply wait. */
const mostRules = 500;

/**
 * Writes what the `<style>` elements of a sanitised message say into the elements that it is said of, and takes the elements away: in another
 * message, and in a page, a stylesheet would speak of things that it does not mean. A later rule wins, and an element's own style over all.
 */
export function inlineStyles(fragment: DocumentFragment): void {
  const own = new Map<HTMLElement, ReadonlySet<string>>();
  for (const element of fragment.querySelectorAll("style")) {
    for (const rule of rulesOf(element.textContent ?? "")) apply(fragment, rule, own);
    element.remove();
  }
}

function rulesOf(text: string): CSSStyleRule[] {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return Array.from(sheet.cssRules)
    .filter((rule) => rule instanceof CSSStyleRule)
    .slice(0, mostRules);
}

function apply(
  fragment: DocumentFragment,
  { selectorText, style }: CSSStyleRule,
  own: Map<HTMLElement, ReadonlySet<string>>,
): void {
  for (const element of fragment.querySelectorAll<HTMLElement>(selectorText)) {
    if (!own.has(element)) own.set(element, new Set(element.style));
    for (const name of style) {
      if (own.get(element)?.has(name)) continue;
      element.style.setProperty(name, style.getPropertyValue(name), style.getPropertyPriority(name));
    }
  }
}
