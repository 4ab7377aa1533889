import type { Context } from "./context";
import { createRequestContext } from "./create-context";
import type { Services } from "./services";

/** A browser that keeps cookies between requests. `visit` makes one request and runs `work` as the server would. */
export function testBrowser(services: Services, cookies: Record<string, string> = {}) {
  const jar = new Map(Object.entries(cookies));
  const headers: string[] = [];
  return {
    jar,
    /** Every `Set-Cookie` that it was sent. */
    headers,
    async visit<T>(work: (context: Context) => T | Promise<T>): Promise<T> {
      const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
      const request = new Request(services.platform.appUrl, { headers: { cookie, "user-agent": "test" } });
      const asked = { request, ip: "192.0.2.7", requestId: Bun.randomUUIDv7() };
      const { context, cookieHeaders } = await createRequestContext(services, asked);
      const result = await work(context);
      headers.push(...cookieHeaders);
      for (const header of cookieHeaders) {
        const { name, value, maxAge } = Bun.Cookie.parse(header);
        if (maxAge === 0) jar.delete(name);
        else jar.set(name, value);
      }
      return result;
    },
    /** The same browser as it is now, from where a second tab or a thief goes on. */
    copy: () => testBrowser(services, Object.fromEntries(jar)),
  };
}
