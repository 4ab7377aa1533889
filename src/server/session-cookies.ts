import type { ResponseCookies } from "./context";

/** Names without the prefix: a member's and a mailbox user's session live side by side in one browser. */
export const sessionCookies = {
  member: { access: "dm", refresh: "dm_refresh", device: "dm_device" },
  mailbox: { access: "mail", refresh: "mail_refresh", device: "mail_device" },
} as const;

export type SessionKind = keyof typeof sessionCookies;

/** `__Host-` binds a cookie to this origin and to https (RFC 6265bis §4.1.3.2); browsers refuse the prefix on plain http. */
const wireName = (name: string, secure: boolean) => (secure ? `__Host-${name}` : name);

/** Reads the cookies of a request by their names without the prefix. */
export function readCookies(request: Request, secure: boolean): (name: string) => string | undefined {
  const found = new Bun.CookieMap(request.headers.get("cookie") ?? "");
  return (name) => found.get(wireName(name, secure)) ?? undefined;
}

/**
 * Collects `Set-Cookie` values in `headers`, one a cookie: what is set last counts. All are HttpOnly, SameSite=Lax and for the whole origin.
 * `sent` is what the browser came with.
 */
export function createCookieJar(
  secure: boolean,
  sent: (name: string) => string | undefined,
): { cookies: ResponseCookies; headers: string[] } {
  const headers: string[] = [];
  const values = new Map<string, string | undefined>();
  const put = (name: string, value: string, maxAge: number) => {
    const wire = wireName(name, secure);
    values.set(name, maxAge > 0 ? value : undefined);
    const options = { httpOnly: true, sameSite: "lax", path: "/", secure, maxAge } as const;
    const at = headers.findIndex((header) => header.startsWith(`${wire}=`));
    headers.splice(at < 0 ? headers.length : at, 1, new Bun.Cookie(wire, value, options).serialize());
  };
  const get = (name: string) => (values.has(name) ? values.get(name) : sent(name));
  return { headers, cookies: { get, set: put, clear: (name) => put(name, "", 0) } };
}
