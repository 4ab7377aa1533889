import { isIP } from "node:net";
import { isPublicAddress } from "../public-address";
import { GuardError } from "./guard-error";
import { hostOf, parseTargetUrl } from "./parse-target-url";
import type { TargetRules } from "./target-rules";

/** A URL together with the addresses that were checked and are the only ones to be connected to. */
export type Target = { url: URL; addresses: string[] };

const isLoopback = (address: string): boolean => address === "::1" || address.startsWith("127.");

/**
 * Finds out where a URL leads and whether we may go there. One address that is not public is enough to refuse all of them: whoever
 * mixes them is up to something. Throws `GuardError` with the reason `url`, `address` or `dns`; a name that does not exist reads
 * like one that leads inside, so that nobody learns our own names by asking.
 */
export async function findTarget(text: string, rules: TargetRules): Promise<Target> {
  const url = parseTargetUrl(text, rules);
  const host = hostOf(url);
  const addresses = isIP(host) ? [host] : await addressesOf(host, rules);
  const isAllowed = (address: string) => isPublicAddress(address) || (rules.allowsLoopback && isLoopback(address));
  if (addresses.length === 0 || !addresses.every(isAllowed))
    throw new GuardError("address", "the name does not lead to a public address");
  return { url, addresses };
}

async function addressesOf(host: string, { resolve, allowsLoopback }: TargetRules): Promise<string[]> {
  if (allowsLoopback && host === "localhost") return ["127.0.0.1"];
  const answers = await Promise.all([resolve(host, "A"), resolve(host, "AAAA")]);
  if (answers.some(({ status }) => status === "unknown"))
    throw new GuardError("dns", "DNS gave no answer for this name");
  return answers.flatMap((answer) => (answer.status === "found" ? answer.records : []));
}
