import { getDomain } from "tldts";

/** The zones whose name a provider's form may have appended: the domain itself and the registered name that it lies under. */
export const appendedZones = (domain: string): string[] => [
  ...new Set([domain, getDomain(domain, { allowPrivateDomains: true }) ?? domain]),
];

/** The host that was meant where the form of a provider appended its zone to a full name: `mx.host.test.acme.org` of `acme.org`. */
export function withoutAppendedZone(host: string, domain: string): string | undefined {
  const zone = appendedZones(domain).find((one) => host.endsWith(`.${one}`));
  return zone && host.slice(0, -zone.length - 1);
}
