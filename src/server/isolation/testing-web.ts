import { afterAll } from "bun:test";
import { createAnswer } from "../http/answer";
import type { Kv } from "../kv";
import type { Services } from "../services";

/** The web process's own answers over real HTTP on a free loopback port; pages are empty ones. Stops with the test file. */
export function testWeb(services: Services, kv: Kv) {
  const answer = createAnswer({
    ...{ services, kv, floodLimit: { max: 1_000_000, windowSeconds: 60 } },
    renderPage: async () =>
      new Response("<!doctype html><title>page</title>", { headers: { "content-type": "text/html" } }),
    staticFile: async () => null,
  });
  const server = Bun.serve({
    ...{ port: 0, hostname: "127.0.0.1", development: false },
    fetch: (request, self) => answer(request, self.requestIP(request)?.address ?? ""),
  });
  afterAll(() => server.stop(true));
  const url = `http://localhost:${server.port}`;
  return {
    url,
    /** As a program or a browser would; redirects are not followed. */
    ask: (path: string, init: RequestInit = {}) => fetch(url + path, { redirect: "manual", ...init }),
  };
}

/** What a browser sends along with its requests. */
export const cookieOf = (...jars: Map<string, string>[]): string =>
  jars.flatMap((jar) => [...jar].map(([name, value]) => `${name}=${value}`)).join("; ");
