import { colourProperties, cssFunctions, cssProperties } from "./css-properties";
import { imageSource } from "./image-source";
import type { Sanitising } from "./sanitising";

const maxStylesheet = 256 * 1024;
const plainCondition = /^[\w\s:(),.<>=/-]*$/;
const growsWithItself = /\d(?:[sld]?v(?:h|b|min|max))\b/;
const url = /url\("((?:[^"\\]|\\.)*)"\)/g;

/**
 * The declarations of `style` that a message may keep, as text. Values are read from the browser's own parser, in its canonical spelling:
 * escapes, comments and odd white space are gone, and what it could not parse is not there.
 */
export function filterDeclarations(style: CSSStyleDeclaration, state: Sanitising): string {
  const kept: string[] = [];
  for (const name of Array.from(style)) {
    const value = keptValue(name, style.getPropertyValue(name), state);
    if (!value) continue;
    if (colourProperties.has(name) && !/^(?:initial|inherit|none|transparent)$/.test(value)) state.hasOwnColours = true;
    kept.push(`${name}:${value}${style.getPropertyPriority(name) ? " !important" : ""}`);
  }
  return kept.join(";");
}

/** A whole `<style>`: style rules and `@media` around them. `@import`, `@font-face`, nesting, layers and every other rule are dropped. */
export function filterStylesheet(text: string, state: Sanitising): string {
  if (text.length > maxStylesheet) return "";
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return filterRules(sheet.cssRules, state);
}

function filterRules(rules: CSSRuleList, state: Sanitising): string {
  return Array.from(rules, (rule) => {
    if (rule instanceof CSSStyleRule) {
      const declarations = filterDeclarations(rule.style, state);
      return declarations && `${prefixIds(rule.selectorText, state.prefix)}{${declarations}}`;
    }
    if (!(rule instanceof CSSMediaRule) || !plainCondition.test(rule.conditionText)) return "";
    const inner = filterRules(rule.cssRules, state);
    return inner && `@media ${rule.conditionText}{${inner}}`;
  })
    .filter(Boolean)
    .join("\n");
}

const prefixIds = (selector: string, prefix: string) => selector.replace(/#(?=[^\s"'])/g, `#${prefix}`);

function keptValue(name: string, value: string, state: Sanitising): string | undefined {
  if (!cssProperties.has(name) || value.includes("\\") || growsWithItself.test(value)) return undefined;
  const withoutUrls = value.replace(url, "");
  const functions = withoutUrls.replace(/"[^"]*"/g, "").matchAll(/([\w-]*)\(/g);
  for (const [, called] of functions) if (called && !cssFunctions.has(called.toLowerCase())) return undefined;
  if (withoutUrls === value) return value;
  let isShown = true;
  const mapped = value.replace(url, (_, address: string) => {
    const image = imageSource(address, state.cidUrl);
    if (image.kind === "show") return `url("${image.url.replace(/["\\\n]/g, encodeURIComponent)}")`;
    isShown = false;
    return "";
  });
  return isShown && name.endsWith("-image") ? mapped : undefined;
}
