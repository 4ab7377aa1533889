import { encodeId } from "../ids";
import type { RecipientResolution } from "../seams";
import type { AddressOwner, AddressSpace } from "./address-space";
import type { DirectoryContext } from "./directory-context";
import { normaliseDomainName } from "./domain-name";
import type { DomainBody } from "./domain-schema";
import { splitAddress } from "./local-part";
import type { MailingListBody } from "./mailing-list-object";

/**
 * Finds who gets the mail for an address: the exact address, without its `+tag`, then the domain's catch-all. Lists are
 * expanded as aliases are (RFC 5321 section 3.9.1): the envelope's sender stays the author, who hears of members that cannot be reached. That is
 * what Stalwart does; an address of the list's own as sender would need somebody who reads its bounces.
 */
export function createRecipientResolver({ store, permissionsOf }: DirectoryContext, addresses: AddressSpace) {
  function ownerOf(address: string, mayCatchAll: boolean): AddressOwner | "unknown" | "remote" {
    const parts = splitAddress(address);
    const domain = parts && addresses.findDomain(normaliseDomainName(parts.domain) ?? parts.domain);
    if (!parts || domain === null) return "remote";
    const { subAddressing, catchAllAddress } = store.body("Domain", domain) as DomainBody;
    const plus = subAddressing["@type"] === "Enabled" ? parts.local.indexOf("+") : -1;
    const exact = addresses.findOwner(parts.local, domain);
    const owner = exact ?? (plus > 0 ? addresses.findOwner(parts.local.slice(0, plus), domain) : null);
    if (owner?.enabled) return owner;
    return catchAllAddress && mayCatchAll ? ownerOf(catchAllAddress, false) : "unknown";
  }

  function resolve(address: string, seen: Set<number>): RecipientResolution {
    const owner = ownerOf(address, true);
    if (typeof owner === "string") return { kind: owner };
    if (owner.kind === "Account")
      return permissionsOf(owner.id).has("emailReceive")
        ? { kind: "local", accountIds: [encodeId(owner.id)], forwardTo: [] }
        : { kind: "refused" };
    if (seen.has(owner.id)) return { kind: "local", accountIds: [], forwardTo: [] };
    seen.add(owner.id);
    const { recipients } = store.body("MailingList", owner.id) as MailingListBody;
    const accountIds = new Set<string>();
    const forwardTo = new Set<string>();
    for (const member of Object.keys(recipients)) {
      const found = resolve(member, seen);
      if (found.kind === "remote") forwardTo.add(member);
      if (found.kind !== "local") continue;
      for (const id of found.accountIds) accountIds.add(id);
      for (const remote of found.forwardTo) forwardTo.add(remote);
    }
    return { kind: "local", accountIds: [...accountIds], forwardTo: [...forwardTo] };
  }

  return (address: string): RecipientResolution => resolve(address, new Set());
}
