import type { DKIMSignOptions } from "mailauth";
import { dkimSign } from "mailauth/lib/dkim/sign";
import type { Directory } from "../seams";
import { withFields } from "./raw-message";

const signedFields = [
  "From",
  "To",
  "Cc",
  "Subject",
  "Date",
  "Message-ID",
  "Reply-To",
  "In-Reply-To",
  "References",
  "MIME-Version",
  "Content-Type",
];

/**
 * Puts one DKIM signature for each active key of the envelope sender's domain in front (RFC 6376, RFC 8463); as it was when there is none.
 * The From field does not choose the key: whoever may send for one domain would else sign for every other.
 */
export async function signMessage(
  raw: Uint8Array,
  sender: string,
  directory: Pick<Directory, "signingKeys">,
  now: Date,
): Promise<Uint8Array> {
  const keys = directory.signingKeys(sender.slice(sender.lastIndexOf("@") + 1).toLowerCase());
  if (keys.length === 0) return raw;
  const { signatures } = await dkimSign(Buffer.from(raw), {
    canonicalization: "relaxed/relaxed",
    signTime: now,
    headerList: signedFields,
    signatureData: keys.map(({ domainName, selector, algorithm, privateKey }) => ({
      signingDomain: domainName,
      selector,
      algorithm,
      privateKey,
    })),
    // The library's type asks for one key at the top level even when `signatureData` has them.
  } satisfies Omit<DKIMSignOptions, "signingDomain" | "selector" | "privateKey"> as DKIMSignOptions);
  return withFields(raw, signatures);
}
