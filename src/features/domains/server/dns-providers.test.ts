import { expect, test } from "bun:test";
import { recogniseProvider } from "./dns-providers";

test("the DNS provider is known by the name servers", () => {
  const seen: [string, string[]][] = [
    ["cloudflare", ["ada.ns.cloudflare.com", "bob.ns.cloudflare.com"]],
    ["godaddy", ["ns31.domaincontrol.com", "ns32.domaincontrol.com"]],
    ["namecheap", ["dns1.registrar-servers.com", "dns2.registrar-servers.com"]],
    ["ionos", ["ns1045.ui-dns.de", "ns1045.ui-dns.org", "ns1045.ui-dns.biz", "ns1045.ui-dns.com"]],
    ["route53", ["ns-1536.awsdns-00.co.uk", "ns-512.awsdns-00.net", "ns-0.awsdns-00.com", "ns-1024.awsdns-00.org"]],
    ["squarespace", ["ns01.squarespacedns.com", "ns02.squarespacedns.com"]],
    ["google_cloud", ["ns-cloud-a1.googledomains.com", "ns-cloud-a2.googledomains.com"]],
    ["ovh", ["dns10.ovh.net", "ns10.ovh.net"]],
    ["gandi", ["ns-101-a.gandi.net", "ns-55-b.gandi.net", "ns-9-c.gandi.net"]],
    ["hetzner", ["hydrogen.ns.hetzner.com", "oxygen.ns.hetzner.com", "helium.ns.hetzner.de"]],
    ["digitalocean", ["ns1.digitalocean.com", "ns2.digitalocean.com"]],
    ["strato", ["docks13.rzone.de", "shades13.rzone.de"]],
    ["all_inkl", ["ns5.kasserver.com", "ns6.kasserver.com"]],
    ["netcup", ["root-dns.netcup.net", "second-dns.netcup.net", "third-dns.netcup.net"]],
    ["porkbun", ["curitiba.ns.porkbun.com", "salvador.ns.porkbun.com"]],
  ];
  expect(seen.map(([, servers]) => recogniseProvider(servers))).toEqual(seen.map(([id]) => id as never));
});

test("upper case and a dot at the end are the same name", () => {
  expect(recogniseProvider(["ADA.NS.CLOUDFLARE.COM.", "bob.ns.cloudflare.com"])).toBe("cloudflare");
});

test("a stranger's server, a name that only looks alike, several providers at once and none at all are not guessed", () => {
  expect(recogniseProvider(["ns1.example.net"])).toBeNull();
  expect(recogniseProvider(["ns1.notdomaincontrol.com"])).toBeNull();
  expect(recogniseProvider(["ns.cloudflare.com.evil.example"])).toBeNull();
  expect(recogniseProvider(["ns-1.awsdns-1.example"])).toBeNull();
  expect(recogniseProvider(["ada.ns.cloudflare.com", "ns1.digitalocean.com"])).toBeNull();
  expect(recogniseProvider(["ada.ns.cloudflare.com", "ns1.example.net"])).toBeNull();
  expect(recogniseProvider([])).toBeNull();
});
