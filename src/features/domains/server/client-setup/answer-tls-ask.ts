import type { Step } from "~/server/http/exchange";
import type { Services } from "~/server/services";
import { isServed } from "./is-served";
import { readSetupHost } from "./setup-host";

const path = "/internal/tls-ask";
const loopback = new Set(["127.0.0.1", "::1"]);
const signsOfProxies = ["forwarded", "x-forwarded-for", "x-real-ip", "via"];

/**
 * Tells a proxy that gets certificates on demand for which names it may: those that set up mail programs of active domains, and the mail host, to
 * which SRV records send them. Only the proxy itself is told, by a request of its own; what it passes on for others goes on as if there were no
 * such page.
 */
export function createTlsAsk(services: Services, trustedProxies: string[]): Step {
  return async ({ request, url, ip }) => {
    if (url.pathname !== path || request.method !== "GET") return null;
    const isPassedOn = signsOfProxies.some((name) => request.headers.has(name));
    if (isPassedOn || (!loopback.has(ip) && !trustedProxies.includes(ip))) return null;
    const { role, domain } = readSetupHost(url.searchParams.get("domain") ?? "");
    const isOurs = role === "domain" ? domain === services.platform.mailHost : await isServed(services, domain);
    return new Response(null, { status: isOurs ? 200 : 404 });
  };
}
