import { EngineError } from "../engine-error.ts";

/**
 * The URL on the configured server for a URL that the server named. Only path and query are taken from it: a server behind a proxy
 * names itself by a host that may not resolve here, and no reply may send a credential to another host.
 */
export function pinnedUrl(baseUrl: string, named: string): string {
  const base = new URL(baseUrl);
  const { pathname, search } = new URL(named, base);
  const prefix = base.pathname.replace(/\/+$/, "");
  const path = prefix && !pathname.startsWith(`${prefix}/`) ? prefix + pathname : pathname;
  return base.origin + path + search;
}

/** Fills the variables of a session URL (RFC 8620 section 2, RFC 6570 level 1). Throws `notFound` for values that would leave their path segment. */
export function expandTemplate(template: string, variables: Record<string, string>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = variables[name];
    if (value === undefined) return whole;
    // URL parsers resolve "." and ".." even when percent-encoded, and an empty segment changes which id is meant.
    if (value === "" || value === "." || value === "..") throw new EngineError("notFound", `no such ${name}`);
    return encodeURIComponent(value);
  });
}
