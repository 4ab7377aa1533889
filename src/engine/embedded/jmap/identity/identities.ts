import { writeMail } from "../../mail/write-mail";
import type { Jmap } from "../jmap";
import { insertObject, listObjects, type StoredObject } from "../object-store";

export type Address = { name: string | null; email: string };
export type Identity = {
  name: string;
  email: string;
  replyTo: Address[] | null;
  bcc: Address[] | null;
  textSignature: string;
  htmlSignature: string;
  /** A destroyed identity of one of the account's own addresses stays as a mark, or it would be made anew. */
  isHidden?: boolean;
};

const emptyIdentity = { replyTo: null, bcc: null, textSignature: "", htmlSignature: "" };

/** The account's identities; one is made for every address of the account that has none yet. */
export function listIdentities({ mail, directory }: Jmap, accountId: string): StoredObject<Identity>[] {
  const account = directory.findAccount(accountId);
  const stored = listObjects<Identity>(mail, accountId, "Identity");
  const known = new Set(stored.map(({ value }) => value.email.toLowerCase()));
  const missing = (account?.addresses ?? []).filter((address) => !known.has(address.toLowerCase()));
  if (missing.length === 0) return stored.filter(({ value }) => !value.isHidden);
  writeMail(mail, accountId, (write) => {
    for (const email of missing) {
      insertObject<Identity>(write, "Identity", { name: account?.displayName ?? "", email, ...emptyIdentity });
    }
  });
  return listObjects<Identity>(mail, accountId, "Identity").filter(({ value }) => !value.isHidden);
}

export const toIdentity = ({ id, value }: StoredObject<Identity>): Record<string, unknown> => {
  const { isHidden: _, ...identity } = value;
  return { id, ...identity, mayDelete: true };
};
