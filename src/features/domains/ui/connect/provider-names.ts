import type { DnsProviderId } from "../../schema/provider";

/** As they call themselves, in any language. */
export const providerNames = {
  cloudflare: "Cloudflare",
  godaddy: "GoDaddy",
  namecheap: "Namecheap",
  ionos: "IONOS",
  route53: "Amazon Route 53",
  squarespace: "Squarespace",
  google_cloud: "Google Cloud DNS",
  ovh: "OVHcloud",
  gandi: "Gandi",
  hetzner: "Hetzner",
  digitalocean: "DigitalOcean",
  strato: "STRATO",
  all_inkl: "ALL-INKL",
  netcup: "netcup",
  porkbun: "Porkbun",
} satisfies Record<DnsProviderId, string>;
