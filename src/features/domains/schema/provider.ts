import { z } from "zod";

/** Where a domain's DNS is managed, as its name servers tell. */
export const DnsProviderId = z.enum([
  ...(["cloudflare", "godaddy", "namecheap", "ionos", "route53", "squarespace", "google_cloud"] as const),
  ...(["ovh", "gandi", "hetzner", "digitalocean", "strato", "all_inkl", "netcup", "porkbun"] as const),
]);
export type DnsProviderId = z.infer<typeof DnsProviderId>;
