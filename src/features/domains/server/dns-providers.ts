import type { DnsProviderId } from "../schema/provider";

/** Endings of the names of their name servers. */
const serversOf = {
  cloudflare: ["ns.cloudflare.com", "secondary.cloudflare.com"],
  godaddy: ["domaincontrol.com"],
  namecheap: ["registrar-servers.com", "namecheaphosting.com"],
  ionos: ["ui-dns.com", "ui-dns.org", "ui-dns.biz", "ui-dns.de"],
  route53: [],
  squarespace: ["squarespacedns.com"],
  google_cloud: ["googledomains.com"],
  ovh: ["ovh.net", "ovh.ca", "anycast.me"],
  gandi: ["gandi.net"],
  hetzner: ["ns.hetzner.com", "ns.hetzner.de", "first-ns.de", "second-ns.de", "second-ns.com"],
  digitalocean: ["digitalocean.com"],
  strato: ["rzone.de"],
  all_inkl: ["kasserver.com"],
  netcup: ["netcup.net"],
  porkbun: ["porkbun.com"],
} satisfies Record<DnsProviderId, string[]>;

/** Those of Route 53 stand under four top-level domains, numbered. */
const route53 = /^ns-\d+\.awsdns-\d+\.(?:com|net|org|co\.uk)$/;

const providers = Object.entries(serversOf) as [DnsProviderId, string[]][];

function providerOf(server: string): DnsProviderId | null {
  const name = server.toLowerCase().replace(/\.$/, "");
  if (route53.test(name)) return "route53";
  const isUnder = (ending: string) => name === ending || name.endsWith(`.${ending}`);
  return providers.find(([, endings]) => endings.some(isUnder))?.[0] ?? null;
}

/**
 * Who hosts a zone, by the names of its name servers; null where they are unknown, or where several providers share the zone and a guess
 * would send people to the wrong form.
 */
export function recogniseProvider(nameServers: readonly string[]): DnsProviderId | null {
  const [first, ...rest] = new Set(nameServers.map(providerOf));
  return first && rest.length === 0 ? first : null;
}
