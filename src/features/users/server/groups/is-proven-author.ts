import { and, eq, isNotNull, ne } from "drizzle-orm";
import { dkimVerify } from "mailauth/lib/dkim/verify";
import { dkimKeys, domains } from "../../../../../db/schema";
import { inScope } from "../../../../../db/transaction";
import { dkimText } from "~/features/domains/server/dns/dkim-key";
import type { Ctx } from "~/server/context";
import { provesDomain, readAuthenticationResults } from "./authentication-results";
import { fieldValues, splitMessage } from "./header-fields";

type Asked = Pick<Ctx, "db" | "platform">;

/**
 * Whether a message is from whom it says: by the verdict of our own mail server, which stands above all others (RFC 8601 section 5), or, for mail
 * that was handed in here and that no server looked at, by a signature with a key that only we have. `author` is one address.
 */
export async function isProvenAuthor(
  { db, platform }: Asked,
  { raw, author }: { raw: Uint8Array; author: string },
): Promise<boolean> {
  const domain = author.slice(author.lastIndexOf("@") + 1);
  const [topmost] = fieldValues(splitMessage(raw), "authentication-results");
  const { by, verdicts } = readAuthenticationResults(topmost ?? "");
  if (by === platform.mailHost.toLowerCase() && provesDomain(verdicts, domain)) return true;
  const keys = await keysOf(db, domain);
  if (keys.length === 0) return false;
  const resolver = async (name: string): Promise<string[][]> => {
    const key = keys.find(({ selector }) => `${selector}._domainkey.${domain}` === name.toLowerCase());
    if (!key) throw Object.assign(new Error("not one of our keys"), { code: "ENOTFOUND" });
    return [[dkimText(key)]];
  };
  const { results } = await dkimVerify(Buffer.from(raw), { resolver });
  return results.some(
    ({ status, signingDomain }) => status.result === "pass" && signingDomain?.toLowerCase() === domain,
  );
}

/** A member of the group may be of another tenant here: the keys of whoever proved the domain. */
const keysOf = (db: Asked["db"], domain: string) =>
  inScope(db, { sweep: true }, (tx) =>
    tx
      .select({ selector: dkimKeys.selector, algorithm: dkimKeys.algorithm, publicKey: dkimKeys.publicKey })
      .from(dkimKeys)
      .innerJoin(domains, and(eq(domains.id, dkimKeys.domainId), eq(domains.name, domain)))
      .where(and(ne(dkimKeys.stage, "retired"), isNotNull(domains.provenAt))),
  );
