import { dkimText } from "./dkim-key";

export type PublishedKey = {
  selector: string;
  algorithm: string;
  publicKey: string;
  /** Without one it signs. */
  stage?: "pending" | "active" | "retiring" | "retired";
};

/** Where the keys of a domain stand when its records are aliases for names in a zone of the operator. */
export type KeyAliases = {
  targetOf(selector: string): string;
  /** Whether the keys are in that zone by now: not before ownership is proven. */
  arePublished: boolean;
};

type Level = "required" | "recommended";
export type DkimRecord = { selector: string; level: Level; type: "TXT" | "CNAME"; value: string; key?: string };

/** The two names of each algorithm; keys take turns, so that one can be published while the other signs. */
const selectors: Record<string, readonly [string, string]> = {
  "rsa-sha256": ["dm1", "dm2"],
  "ed25519-sha256": ["ed1", "ed2"],
};

/** The name under which the key of a slot (1 or 2) is published. */
export const selectorOf = (algorithm: string, slot: number): string => selectors[algorithm]?.[slot - 1] ?? "dm1";

const isLive = ({ stage = "active" }: PublishedKey) => stage === "pending" || stage === "active";
const isSigning = ({ stage = "active" }: PublishedKey) => stage === "active";

/**
 * What a domain has to publish for its keys. As TXT: each key that signs or is going to. Behind aliases: both names of each algorithm in use, also the one that
 * is free, so that the next key needs nobody. The second algorithm and a key that waits for its turn are recommended: the domain works without.
 */
export function dkimRecords(keys: PublishedKey[], aliases: KeyAliases | null): DkimRecord[] {
  return Object.keys(selectors).flatMap((algorithm): DkimRecord[] => {
    const own = keys.filter((key) => key.algorithm === algorithm && isLive(key));
    const anySigns = own.some(isSigning);
    const levelOf = (key: PublishedKey | undefined): Level => {
      if (algorithm !== "rsa-sha256") return "recommended";
      return anySigns && !(key && isSigning(key)) ? "recommended" : "required";
    };
    if (!aliases)
      return own.map((key) => ({
        ...{ selector: key.selector, level: levelOf(key), type: "TXT" as const, value: dkimText(key) },
      }));
    if (own.length === 0) return [];
    return selectors[algorithm]!.map((selector) => {
      const key = own.find((one) => one.selector === selector);
      const shown = key && aliases.arePublished ? { key: dkimText(key) } : {};
      return { selector, level: levelOf(key), type: "CNAME" as const, value: aliases.targetOf(selector), ...shown };
    });
  });
}
