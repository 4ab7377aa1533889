import type { DKIMSignOptions } from "mailauth";
import { dkimSign } from "mailauth/lib/dkim/sign";
import { addressParser } from "postal-mime";
import type { Directory } from "../seams";
import { fieldValues, withFields } from "./raw-message";

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

/** The domain of the From address; `null` when there is none. */
export function fromDomain(raw: Uint8Array): string | null {
  const [author] = addressParser(fieldValues(raw, "from")[0] ?? "", { flatten: true });
  return author?.address?.split("@").at(-1)?.toLowerCase() || null;
}

/** Puts one DKIM signature for each active key of the From domain in front (RFC 6376, RFC 8463); as it was when there is none. */
export async function signMessage(
  raw: Uint8Array,
  directory: Pick<Directory, "signingKeys">,
  now: Date,
): Promise<Uint8Array> {
  const domain = fromDomain(raw);
  const keys = domain === null ? [] : directory.signingKeys(domain);
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
