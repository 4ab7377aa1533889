import { readFileSync } from "node:fs";
import { isIP } from "node:net";

export type ServerAddress = { host: string; port: number };

/** A name server of a zone; `others` are asked when `host` does not answer. */
export type NameServer = ServerAddress & { name: string; others?: string[] };

/** Who speaks for a zone: its name, and its name servers. */
export type Authority = { zone: string; servers: NameServer[] };

/** Reads `192.0.2.1`, `192.0.2.1:5353`, `2001:db8::1` and `[2001:db8::1]:5353`; port 53 when none is given. Throws on anything else. */
export function parseServerAddress(text: string): ServerAddress {
  if (isIP(text)) return { host: text, port: 53 };
  const [, bracketed, plain, port] = /^(?:\[(.+)\]|([^:]+))(?::(\d{1,5}))?$/.exec(text.trim()) ?? [];
  const host = bracketed ?? plain ?? "";
  if (!isIP(host) || Number(port ?? 53) > 65_535) throw new Error(`not the address of a DNS server: ${text}`);
  return { host, port: Number(port ?? 53) };
}

/** The resolvers that the operating system is set up with (resolv.conf(5)); none where it keeps them elsewhere. */
export function systemServers(file = "/etc/resolv.conf"): ServerAddress[] {
  const addresses = [...readFileSync(file, "utf8").matchAll(/^nameserver\s+(\S+)/gm)].map(
    ([, address]) => address ?? "",
  );
  return addresses.filter((address) => isIP(address)).map(parseServerAddress);
}
