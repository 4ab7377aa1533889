import { hasMixedScript } from "~/lib/mixed-script";

/**
 * The host that a link really leads to, when its text or its address makes the reader expect another one: the text names a different host,
 * a user name stands before the host, or the host mixes scripts. Nothing when the link is plain.
 */
export function deceptiveHost(text: string, target: URL): string | undefined {
  if (target.protocol !== "http:" && target.protocol !== "https:") return undefined;
  if (target.username || target.password) return target.host;
  const shown = shownUrl(text.trim());
  if (!shown) return undefined;
  const isSame =
    target.hostname === shown.hostname ||
    target.hostname.endsWith(`.${bare(shown.hostname)}`) ||
    target.hostname === bare(shown.hostname);
  if (!isSame) return target.host;
  return target.hostname.includes("xn--") && text.split(/[./\s]+/).some(hasMixedScript) ? target.host : undefined;
}

const bare = (host: string) => host.replace(/^www\./, "");

/** What a reader takes the text for: an address with a scheme, or a bare host name such as `www.bank.example/login`. */
function shownUrl(text: string): URL | undefined {
  if (!text || text.length > 2000 || /\s/.test(text)) return undefined;
  if (/^https?:\/\//i.test(text)) return URL.parse(text) ?? undefined;
  const host = text.split("/", 1)[0] ?? "";
  return /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}$/u.test(host)
    ? (URL.parse(`https://${text}`) ?? undefined)
    : undefined;
}
