import { BlockList, isIP } from "node:net";
import { plainIp } from "../plain-ip";

const family = (ip: string): "ipv4" | "ipv6" => (isIP(ip) === 6 ? "ipv6" : "ipv4");

/** True when the list is empty or holds the address, alone or in a network (`10.0.0.0/24`). Entries that are neither match nothing. */
export function isIpAllowed(allowedIps: Record<string, true>, remoteIp: string): boolean {
  const entries = Object.keys(allowedIps);
  if (entries.length === 0) return true;
  const ip = plainIp(remoteIp);
  if (isIP(ip) === 0) return false;
  const list = new BlockList();
  for (const entry of entries) {
    const [network = "", prefix] = entry.split("/");
    const bits = Number(prefix);
    if (isIP(network) === 0) continue;
    if (prefix === undefined) list.addAddress(network, family(network));
    else if (Number.isInteger(bits) && bits >= 0 && bits <= (isIP(network) === 6 ? 128 : 32))
      list.addSubnet(network, bits, family(network));
  }
  return list.check(ip, family(ip));
}
