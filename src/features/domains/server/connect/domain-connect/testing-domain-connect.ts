import { afterAll } from "bun:test";
import { createVerify, generateKeyPairSync } from "node:crypto";
import type { Resolver } from "../../dns/resolver";
import type { ConnectKey, Template } from "./template";

type Row = Record<string, string | number>;

/** A key for signing, as an operator makes one. */
export const testConnectKey = (keyHost: string): ConnectKey => ({
  privateKey: generateKeyPairSync("rsa", { modulusLength: 2048 })
    .privateKey.export({ type: "pkcs8", format: "pem" })
    .toString(),
  keyHost,
});

/** The key that a template's owner publishes, put together as section 6.4 says; `null` when DNS has none. */
async function publishedKey(host: string, resolve: Resolver): Promise<string | null> {
  const answer = await resolve(host, "TXT");
  if (answer.status !== "found") return null;
  const parts = answer.records.map((text) =>
    Object.fromEntries(text.split(",").map((pair) => pair.split(/=(.*)/s, 2))),
  );
  if (parts.some(({ a = "RS256", t = "x509" }) => a !== "RS256" || t !== "x509")) return null;
  const fragments = parts.toSorted((one, other) => Number(one.p) - Number(other.p)).map(({ d }) => d);
  return `-----BEGIN PUBLIC KEY-----\n${fragments.join("")}\n-----END PUBLIC KEY-----\n`;
}

/**
 * A DNS provider with Domain Connect's contract, over real HTTP: settings of its zones, the templates that it knows, and the page that checks the signature
 * with the key that DNS publishes, fills the template in and sends the browser back. `applied` is what it would have published.
 */
export function testDomainConnect(resolve: Resolver) {
  const templates = new Map<string, Template>();
  const state = { settings: {} as object, status: 200, calls: [] as string[] };
  const applied: { name: string; row: Row }[] = [];

  const server: Bun.Server<undefined> = Bun.serve({
    ...{ hostname: "127.0.0.1", port: 0 },
    async fetch(request): Promise<Response> {
      const url = new URL(request.url);
      state.calls.push(url.pathname);
      const here: string = `http://127.0.0.1:${server.port}`;
      if (/^\/dc\/v2\/[^/]+\/settings$/.test(url.pathname)) {
        const own = {
          providerId: "dns.test",
          providerName: "Test DNS",
          urlSyncUX: `${here}/sync/`,
          urlAPI: `${here}/api`,
        };
        return Response.json({ ...own, ...state.settings }, { status: state.status });
      }
      const [, kind, providerId, serviceId, apply] =
        /^\/(api|sync)\/v2\/domainTemplates\/providers\/([^/]+)\/services\/([^/]+)(\/apply)?$/.exec(url.pathname) ?? [];
      const template = templates.get(`${providerId}/${serviceId}`);
      if (!template) return new Response(null, { status: 404 });
      if (kind === "api" && !apply) return Response.json({ version: template.version });
      return kind === "sync" && apply ? applyTemplate(template, url) : new Response(null, { status: 404 });
    },
  });
  afterAll(() => server.stop(true));

  async function applyTemplate(template: Template, url: URL): Promise<Response> {
    const pairs = url.search.slice(1).split("&");
    const signed = pairs.filter((pair) => !/^(sig|key)=/.test(pair)).join("&");
    const given = url.searchParams;
    const key = await publishedKey(`${given.get("key")}.${template.syncPubKeyDomain}`, resolve);
    const isSigned =
      key &&
      createVerify("RSA-SHA256")
        .update(signed)
        .verify(key, given.get("sig") ?? "", "base64");
    if (!isSigned) return new Response("the signature does not hold", { status: 403 });
    const back = new URL(given.get("redirect_uri") ?? "");
    if (back.hostname !== template.syncRedirectDomain) return new Response("not a page to go back to", { status: 400 });
    const scope = [given.get("host"), given.get("domain")].filter(Boolean).join(".");
    const groups = given.get("groupId")?.split(",");
    const missing: string[] = [];
    const fill = (value: string | number) =>
      typeof value === "number"
        ? value
        : value.replaceAll(/%(\w+)%/g, (_, name: string) => given.get(name) ?? (missing.push(name), ""));
    const rows = template.records
      .filter(({ groupId }) => !groups || groups.includes(String(groupId)))
      .map((row): Row => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, fill(value)])));
    if (missing.length > 0) return new Response(`missing: ${missing.join(", ")}`, { status: 400 });
    for (const row of rows) {
      const label = row.type === "SRV" ? `${row.service}.${row.protocol}` : row.host;
      applied.push({ name: label === "@" ? scope : `${label}.${scope}`, row });
    }
    return new Response(null, { status: 302, headers: { location: back.href } });
  }

  return {
    ...{ state, applied, templates },
    /** What a zone publishes at `_domainconnect`. */
    place: `127.0.0.1:${server.port}/dc`,
  };
}
