import type { SecretBox } from "~/server/secret-box";
import { selectorOf } from "../dns/dkim-records";
import type { DkimAlgorithm } from "../dns/dkim-key";
import { makeDkimKey } from "../dns/dkim-key";

/** What a DKIM key is sealed for: it opens for its own domain only. */
export const dkimPurpose = (domainId: string): string => `dkim:${domainId}`;

export type SealedKey = {
  algorithm: DkimAlgorithm;
  selector: string;
  slot: number;
  publicKey: string;
  sealedPrivateKey: string;
};

/** Makes a key for a slot (1 or 2) of a domain. Nothing is stored: until its row is, nothing of it is left behind. */
export async function makeSealedKey(
  secretBox: SecretBox,
  { domainId, algorithm, slot }: { domainId: string; algorithm: DkimAlgorithm; slot: number },
): Promise<SealedKey> {
  const { privateKey, publicKey } = await makeDkimKey(algorithm);
  const sealedPrivateKey = secretBox.seal(privateKey, dkimPurpose(domainId));
  return { algorithm, slot, selector: selectorOf(algorithm, slot), publicKey, sealedPrivateKey };
}
