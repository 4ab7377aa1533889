import { createAnswer } from "./http/answer";
import { clientIp } from "./http/client-ip";
import { keepEngineHook } from "./engine-events/keep-engine-hook";
import { engineHookPath } from "./engine-events/engine-hook-path";
import { largestFileBytes } from "./http/request-guard";
import { createStaticFiles } from "./http/static-files";
import type { Env } from "./env";
import type { Kv } from "./kv";
import type { Services } from "./services";

const built = new URL("../../dist/", import.meta.url).pathname;
/** Event streams are pinged more often than this; seconds. */
const idleTimeout = 60;

/** Serves pages, API and files from the built application. Throws when the port is taken or nothing was built. */
export async function startWeb(env: Env, services: Services, kv: Kv) {
  const bundle = (await import(`${built}server/entry-server.js`)) as {
    default: { fetch(request: Request): Promise<Response> };
  };
  const answer = createAnswer({
    ...{ services, kv, staticFile: createStaticFiles(`${built}client`) },
    floodLimit: { max: env.RATE_LIMIT_MAX, windowSeconds: env.RATE_LIMIT_WINDOW },
    trustedProxies: env.TRUSTED_PROXIES,
    renderPage: (request) => bundle.default.fetch(request),
  });
  const stopping = new AbortController();
  const { engineHookKey } = services.platform;
  // An event stream would otherwise hold up every stop for as long as the grace lasts.
  const stoppable = (request: Request) =>
    request.headers.get("accept")?.includes("text/event-stream")
      ? new Request(request, { signal: AbortSignal.any([request.signal, stopping.signal]) })
      : request;
  const server = Bun.serve({
    ...{ port: env.PORT, hostname: env.HOST, idleTimeout, maxRequestBodySize: largestFileBytes },
    // Without this, whatever goes wrong outside of the answer is shown with its source code.
    development: false,
    fetch: (request, self) =>
      answer(stoppable(request), clientIp(request, self.requestIP(request)?.address ?? "", env.TRUSTED_PROXIES)),
  });
  const hookUrl =
    env.ENGINE_HOOK_URL ?? `${env.STALWART_URL ? services.platform.appUrl : server.url.origin}${engineHookPath}`;
  const letHookGo = engineHookKey ? keepEngineHook(services, { url: hookUrl, key: engineHookKey }) : () => {};
  return {
    port: server.port,
    /** Ends event streams, finishes running requests for up to `graceMs`, then cuts what is left. */
    async stop(graceMs: number): Promise<void> {
      stopping.abort();
      letHookGo();
      await Promise.race([server.stop(), Bun.sleep(graceMs)]);
      await server.stop(true);
    },
  };
}
