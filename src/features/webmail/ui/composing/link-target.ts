import { isAddress } from "../recipients";

const schemes = new Set(["http:", "https:", "mailto:", "tel:"]);

/** What somebody typed as the target of a link as an address that a link may have; undefined when it is none. */
export function linkTarget(text: string): string | undefined {
  const typed = text.trim();
  if (isAddress(typed)) return `mailto:${typed}`;
  const url = URL.parse(typed) ?? (/^[^\s/:]+\.[^\s]+$/.test(typed) ? URL.parse(`https://${typed}`) : null);
  const isNamed = url && (url.protocol === "mailto:" || url.protocol === "tel:" || url.hostname.includes("."));
  return url && isNamed && schemes.has(url.protocol) ? url.href : hostAndPort(typed);
}

/** `example.org:8080/x` would be read as a scheme. */
function hostAndPort(typed: string): string | undefined {
  if (!/^[a-z\d-]+(?:\.[a-z\d-]+)+:\d+(?:\/|$)/i.test(typed)) return undefined;
  return URL.parse(`https://${typed}`)?.href;
}
