import { encodeId } from "../ids";
import type { RegistryStore } from "./registry-store";
import { type ObjectId, primaryKeyViolation } from "./set-failure";

export type Claim = { local: string; domain: number; enabled: boolean };
export type AddressOwner = { kind: "Account" | "MailingList"; id: number; enabled: boolean };

type Row = { kind: "Account" | "MailingList"; id: number; enabled: number };

/** Users, groups, lists and all their aliases share one space of addresses. */
export function createAddressSpace({ db }: RegistryStore) {
  const owner = db.query<Row, [string, number]>(
    "select kind, id, enabled from addresses where local = ? and domain = ?",
  );
  const insert = db.query("insert into addresses (local, domain, kind, id, enabled) values (?, ?, ?, ?, ?)");
  const release = db.query("delete from addresses where kind = ? and id = ?");
  const inDomain = db.query<Row, [number]>(
    "select distinct kind, id, 1 as enabled from addresses where domain = ? order by id",
  );
  const domainOfName = db.query<{ domain: number }, [string]>("select domain from domain_names where name = ?");

  const findOwner = (local: string, domain: number): AddressOwner | null => {
    const row = owner.get(local, domain);
    return row && { ...row, enabled: row.enabled === 1 };
  };

  return {
    findOwner,
    /** The domain that has this name, its own or an alias, in A-labels. */
    findDomain: (name: string): number | null => domainOfName.get(name.toLowerCase())?.domain ?? null,
    /** Gives an object exactly these addresses. Throws `primaryKeyViolation` when one belongs to another. */
    claim(kind: AddressOwner["kind"], id: number, claims: readonly Claim[]): void {
      release.run(kind, id);
      for (const { local, domain, enabled } of claims) {
        const other = findOwner(local, domain);
        if (other && (other.kind !== kind || other.id !== id))
          throw primaryKeyViolation(["email"], { object: other.kind, id: encodeId(other.id) });
        if (!other) insert.run(local, domain, kind, id, enabled ? 1 : 0);
      }
    },
    release: (kind: AddressOwner["kind"], id: number) => void release.run(kind, id),
    /** What would be left without its domain. */
    linkedTo: (domain: number): ObjectId[] =>
      inDomain.all(domain).map((row) => ({ object: row.kind, id: encodeId(row.id) })),
  };
}

export type AddressSpace = ReturnType<typeof createAddressSpace>;
