import type { RegistryStore } from "./registry-store";
import { readSingleton } from "./singletons";

const services = [
  ["_jmap", 443],
  ["_submissions", 465],
] as const;

/** The records that the server would publish for a domain, one BIND line each, DKIM keys of every stage among them (x:Domain `dnsZoneFile`). */
export function zoneFile(store: RegistryStore, domain: number, name: string): string {
  const { defaultHostname, mailExchangers } = readSingleton(store, "SystemSettings");
  const exchangers = Object.values(mailExchangers).map(
    ({ hostname, priority }) => [priority, hostname ?? defaultHostname] as const,
  );
  const records: [owner: string, type: string, value: string][] = [
    ...(exchangers.length > 0 ? exchangers : [[10, defaultHostname] as const]).map(
      ([priority, host]): [string, string, string] => [name, "MX", `${priority} ${host}.`],
    ),
    ...services.map(([service, port]): [string, string, string] => [
      `${service}._tcp.${name}`,
      "SRV",
      `0 1 ${port} ${defaultHostname}.`,
    ]),
    [`_dmarc.${name}`, "TXT", `"v=DMARC1; p=reject; rua=mailto:postmaster@${name}"`],
    ...store.listOfDomain("DkimSignature", domain).map(({ body }): [string, string, string] => {
      const type = body["@type"] === "Dkim1RsaSha256" ? "rsa" : "ed25519";
      return [
        `${String(body.selector)}._domainkey.${name}`,
        "TXT",
        `"v=DKIM1; k=${type}; h=sha256; p=${String(body.publicKey)}"`,
      ];
    }),
    ...(defaultHostname.endsWith(`.${name}`)
      ? [[defaultHostname, "TXT", '"v=spf1 a -all"'] as [string, string, string]]
      : []),
    [name, "TXT", '"v=spf1 mx -all"'],
  ];
  return records.map(([owner, type, value]) => `${owner}. IN ${type} ${value}\n`).join("");
}
