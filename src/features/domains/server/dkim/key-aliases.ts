import type { Platform } from "~/server/services";
import type { KeyAliases } from "../dns/dkim-records";
import { selectorOf } from "../dns/dkim-records";

/** Name in the operator's zone under which a domain's key stands: by the domain's id, so that whoever claims the name next has other ones. */
export const keyNameOf = (zone: string, selector: string, domainId: string): string =>
  `${selector}-${domainId.replaceAll("-", "")}.${zone}`;

const slots = [1, 2];

/** Every name that the operator's zone may have for a domain, by selector. */
export const keyNamesOf = (zone: string, domainId: string): { selector: string; name: string }[] =>
  ["rsa-sha256", "ed25519-sha256"].flatMap((algorithm) =>
    slots.map((slot) => {
      const selector = selectorOf(algorithm, slot);
      return { selector, name: keyNameOf(zone, selector, domainId) };
    }),
  );

/** How the records of a domain lead to its keys; `null` where they are the keys. */
export function keyAliasesOf(
  { dkimZone }: Pick<Platform, "dkimZone">,
  domain: { id: string; dkimMode: "txt" | "cname"; provenAt: Date | null },
): KeyAliases | null {
  if (!dkimZone || domain.dkimMode === "txt") return null;
  return {
    targetOf: (selector) => keyNameOf(dkimZone.name, selector, domain.id),
    arePublished: domain.provenAt !== null,
  };
}
