import { BlockList, isIPv6 } from "node:net";

/** Networks that stand in front of other people's hosts, as their owners publish them: an address in one of them hides the alias behind it. */
const published: Record<string, string[]> = {
  Cloudflare: [
    ...["173.245.48.0/20", "103.21.244.0/22", "103.22.200.0/22", "103.31.4.0/22", "141.101.64.0/18"],
    ...["108.162.192.0/18", "190.93.240.0/20", "188.114.96.0/20", "197.234.240.0/22", "198.41.128.0/17"],
    ...["162.158.0.0/15", "104.16.0.0/13", "104.24.0.0/14", "172.64.0.0/13", "131.0.72.0/22"],
    ...["2400:cb00::/32", "2606:4700::/32", "2803:f800::/32", "2405:b500::/32", "2405:8100::/32"],
    ...["2a06:98c0::/29", "2c0f:f248::/32"],
  ],
  Fastly: ["151.101.0.0/16", "199.232.0.0/16", "146.75.0.0/17", "2a04:4e40::/32", "2a04:4e42::/32"],
  Sucuri: ["192.88.134.0/23", "185.93.228.0/22", "66.248.200.0/22", "208.109.0.0/22", "2a02:fe80::/29"],
  Imperva: ["199.83.128.0/21", "198.143.32.0/19", "149.126.72.0/21", "103.28.248.0/22", "45.64.64.0/22"],
};

const networks = Object.entries(published).map(([owner, ranges]) => {
  const list = new BlockList();
  for (const range of ranges) {
    const [network = "", bits] = range.split("/");
    list.addSubnet(network, Number(bits), isIPv6(network) ? "ipv6" : "ipv4");
  }
  return { owner, list };
});

/** Whose proxy an address belongs to. */
export const proxyOwnerOf = (address: string): string | undefined =>
  networks.find(({ list }) => list.check(address, isIPv6(address) ? "ipv6" : "ipv4"))?.owner;
