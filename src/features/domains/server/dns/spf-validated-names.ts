import ipaddr from "ipaddr.js";
import type { DnsAnswer, RecordType } from "./dns-answer";

type Ask = (name: string, type: RecordType) => DnsAnswer;
type Address = ipaddr.IPv4 | ipaddr.IPv6;

const maxNames = 10;

/** An IPv4 address in dotted form, an IPv6 address as dotted nibbles (the macro `i` of RFC 7208 section 7.3). */
export const dottedForm = (address: Address): string =>
  address.kind() === "ipv4"
    ? address.toString()
    : address
        .toByteArray()
        .flatMap((byte) => [byte >> 4, byte & 15])
        .map((nibble) => nibble.toString(16))
        .join(".");

/** Where the names of an address stand (RFC 1035 section 3.5, RFC 3596 section 2.5). */
export const reverseName = (address: Address) =>
  `${dottedForm(address).split(".").reverse().join(".")}.${address.kind() === "ipv4" ? "in-addr" : "ip6"}.arpa`;

/** The names of an address that lead back to it, of the first ten; names that cannot be asked are skipped (RFC 7208 section 5.5). */
export function findValidatedNames(address: Address, ask: Ask): string[] {
  const names = ask(reverseName(address), "PTR");
  if (names.status !== "found") return [];
  return names.records.slice(0, maxNames).filter((name) => {
    const answer = ask(name, address.kind() === "ipv4" ? "A" : "AAAA");
    return answer.status === "found" && answer.records.some((record) => isSameAddress(record, address));
  });
}

const isSameAddress = (text: string, address: Address) =>
  ipaddr.isValid(text) && ipaddr.process(text).toNormalizedString() === address.toNormalizedString();
