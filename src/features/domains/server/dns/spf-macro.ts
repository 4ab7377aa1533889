/** What macros stand for while one sender is judged (RFC 7208 section 7.2). */
export type MacroValues = {
  /** The domain whose record is read now. */
  domain: string;
  sender: { local: string; domain: string };
  helo: string;
  /** An IPv4 address in dotted form, or the 32 nibbles of an IPv6 address, dotted. */
  dottedIp: string;
  readableIp: string;
  isV6: boolean;
  /** The validated name of the address; `unknown` without one. Costs look-ups, hence only on demand. */
  validatedName(): string;
};

const expand = /%(?:\{([slodiphcrtv])(\d*)(r?)([-.+,/_=]*)\}|([%_-]))/gi;
const macro = "%(?:\\{[slodiphv](?:0*[1-9]\\d*)?r?[-.+,/_=]*\\}|[%_-])";
const explainMacro = macro.replace("slodiphv", "slodiphcrtv");
const topLabel = "\\.(?:[a-z0-9]*[a-z][a-z0-9]*|[a-z0-9]+-[a-z0-9-]*[a-z0-9])\\.?";
const isMacroString = new RegExp(`^(?:${macro}|[!-$&-~])*$`, "i");
const isExplanation = new RegExp(`^(?:${explainMacro}|[ -$&-~])*$`, "i");
const isTarget = new RegExp(`^(?:${macro}|[!-$&-~])*(?:${topLabel}|${macro.replace("|[%_-]", "")})$`, "i");

/** `macro-string` of RFC 7208 section 7.1. */
export const isValidMacroString = (text: string): boolean => isMacroString.test(text);

/** `domain-spec` of RFC 7208 section 7.1: ends in a top label or a macro. */
export const isValidTarget = (text: string): boolean => isTarget.test(text);

/** `explain-string` of RFC 7208 section 6.2. */
export const isValidExplanation = (text: string): boolean => isExplanation.test(text);

/** Whether the name depends on who sends. */
export const hasMacro = (text: string): boolean => /%\{[slodiphcrtv]/i.test(text);

const letters: Record<string, (values: MacroValues) => string> = {
  s: ({ sender }) => `${sender.local}@${sender.domain}`,
  l: ({ sender }) => sender.local,
  o: ({ sender }) => sender.domain,
  d: ({ domain }) => domain,
  i: ({ dottedIp }) => dottedIp,
  p: ({ validatedName }) => validatedName(),
  h: ({ helo }) => helo,
  v: ({ isV6 }) => (isV6 ? "ip6" : "in-addr"),
  c: ({ readableIp }) => readableIp,
  r: () => "unknown",
  t: () => "0",
};
const escapes: Record<string, string> = { "%": "%", _: " ", "-": "%20" };

/** Fills in the macros of a string that is valid (RFC 7208 section 7.3). A letter in upper case asks for URL escapes. */
export const expandMacros = (text: string, values: MacroValues): string =>
  text.replaceAll(
    expand,
    (_whole, letter: string | undefined, digits: string, reverse: string, delimiters: string, escaped: string) => {
      if (!letter) return escapes[escaped] ?? "";
      const parts = (letters[letter.toLowerCase()]?.(values) ?? "").split(
        delimiters ? new RegExp(`[${delimiters.replaceAll(/[-\\\]^/]/g, "\\$&")}]`) : ".",
      );
      if (reverse) parts.reverse();
      const kept = digits ? parts.slice(-Number(digits)) : parts;
      const value = kept.join(".");
      return letter === letter.toLowerCase() ? value : escapeForUrl(value);
    },
  );

/** Everything but the unreserved characters of RFC 3986, which leaves less than `encodeURIComponent` does. */
const escapeForUrl = (text: string): string =>
  encodeURIComponent(text).replaceAll(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

/** A name made of macros may grow too long: whole labels are dropped from its left (RFC 7208 section 7.3). */
export function fitName(name: string): string {
  let fitted = name.replace(/\.$/, "");
  while (fitted.length > 253 && fitted.includes(".")) fitted = fitted.slice(fitted.indexOf(".") + 1);
  return fitted;
}
