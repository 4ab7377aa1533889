/** `fetch` as a browser on pages of `origin` has it: with cookies, and a connection of its own each time. */
export function createCookieFetch(origin: string): typeof fetch {
  const jar = new Map<string, string>();
  const withCookies = async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const headers = { ...(init?.headers as Record<string, string>), cookie, origin };
    const response = await fetch(input, { ...init, headers, keepalive: false });
    for (const line of response.headers.getSetCookie()) {
      const [name, value] = line.split(";")[0]!.split("=") as [string, string];
      jar.set(name, value);
    }
    return response;
  };
  return withCookies as typeof fetch;
}
