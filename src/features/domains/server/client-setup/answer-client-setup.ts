import type { Exchange, Step } from "~/server/http/exchange";
import type { Services } from "~/server/services";
import { isServed } from "./is-served";
import { readSetupHost } from "./setup-host";
import { type SetupFile, setupFiles } from "./setup-files";

/** Programs ask rarely, and a policy or a moved host should be seen soon; seconds. */
const keptSeconds = 300;

const notHere = () =>
  new Response("Not found\n", { status: 404, headers: { "content-type": "text/plain; charset=utf-8" } });

/**
 * Serves what mail programs and sending servers fetch by a customer's host name, for active domains alone. It knows no session and sets no cookie; a
 * domain that is unknown, pending or frozen is answered like any other name. `countRequest` throws when somebody asks too often.
 */
export function createClientSetup(services: Services, countRequest: Step): Step {
  const { platform } = services;
  const ownHosts = new Set([platform.mailHost, new URL(platform.appUrl).hostname, "localhost", "127.0.0.1", "[::1]"]);

  return async (exchange) => {
    const { request, url } = exchange;
    const isOwn = ownHosts.has(url.hostname);
    const { role, domain } = readSetupHost(url.hostname);
    const file = setupFiles.find(({ path, roles }) => roles.includes(isOwn ? "own" : role) && path.test(url.pathname));
    if (!file) return null;
    exchange.isCustomerHost = !isOwn;
    await countRequest(exchange);
    if (!allows(file, request.method)) return new Response(null, { status: 405, headers: { allow: allowed(file) } });
    return answer(file, exchange, isOwn ? undefined : domain);
  };

  async function answer(file: SetupFile, { request, url }: Exchange, domain: string | undefined): Promise<Response> {
    const written = await file.write({ request, url, ...(domain === undefined ? {} : { domain }) }, platform);
    if (!written || !(await isServed(services, written.domain))) return notHere();
    const headers = {
      "content-type": written.type,
      "cache-control": file.method === "GET" ? `public, max-age=${keptSeconds}` : "no-store",
      "content-length": String(Buffer.byteLength(written.body)),
      ...written.headers,
    };
    return new Response(request.method === "HEAD" ? null : written.body, { headers });
  }
}

const allows = ({ method }: SetupFile, asked: string) => asked === method || (method === "GET" && asked === "HEAD");
const allowed = ({ method }: SetupFile) => (method === "GET" ? "GET, HEAD" : method);
