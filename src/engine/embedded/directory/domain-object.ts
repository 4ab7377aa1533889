import { encodeId, rowId } from "../ids";
import { normaliseDomainName } from "./domain-name";
import type { DirectoryContext } from "./directory-context";
import { DomainBody } from "./domain-schema";
import { isoSeconds } from "./encodings";
import type { AddressSpace } from "./address-space";
import type { ObjectKind } from "./object-kind";
import type { Body, StoredObject } from "./registry-store";
import { invalidProperties, objectIsLinked, primaryKeyViolation } from "./set-failure";
import { textFilter } from "./text-filter";

const serverSet = ["createdAt", "dnsZoneFile"];

function checkNames(body: DomainBody): DomainBody {
  const name = normaliseDomainName(body.name);
  if (name === null) throw invalidProperties(["name"], "Not a domain name under a known top level.");
  const aliases = Object.keys(body.aliases).map((alias) => {
    const known = normaliseDomainName(alias);
    if (known === null) throw invalidProperties(["aliases"], "Not a domain name under a known top level.");
    return [known, true as const] as const;
  });
  return { ...body, name, aliases: Object.fromEntries(aliases.filter(([alias]) => alias !== name)) };
}

/** `x:Domain`. The zone text is computed when it is read, from the keys and settings of that moment. */
export function domainObject(
  { store, now }: DirectoryContext,
  addresses: AddressSpace,
  zoneFile: (domain: number, name: string) => string,
  onAutomaticDkim: (domain: number) => void,
): ObjectKind {
  const insertName = store.db.query("insert into domain_names (name, domain) values (?, ?)");
  const dropNames = store.db.query("delete from domain_names where domain = ?");

  const show = ({ id, body }: StoredObject): Body => ({
    id: encodeId(id),
    ...body,
    get dnsZoneFile() {
      return zoneFile(id, body.name as string);
    },
  });

  const write = (id: number, body: DomainBody, createdAt: unknown) => {
    dropNames.run(id);
    for (const name of [body.name, ...Object.keys(body.aliases)]) {
      const other = addresses.findDomain(name);
      if (other !== null) throw primaryKeyViolation(["name"], { object: "Domain", id: encodeId(other) });
      insertName.run(name, id);
    }
    store.put("Domain", id, { ...body, createdAt }, { name: body.name });
  };

  return {
    name: "Domain",
    permission: "sysDomain",
    serverSet,
    schema: DomainBody,
    filters: {
      name: (domain, value) => domain.name === String(value).toLowerCase(),
      text: textFilter("name", "description"),
      memberTenantId: (domain, value) => domain.memberTenantId === value,
    },
    list(_call, { name }) {
      if (typeof name !== "string") return store.list("Domain").map(show);
      const found = store.find("Domain", addresses.findDomain(name) ?? -1);
      return found ? [show(found)] : [];
    },
    find(_call, id) {
      const found = store.find("Domain", rowId(id) ?? -1);
      return found && show(found);
    },
    stored: (_call, id) => store.find("Domain", rowId(id) ?? -1)?.body ?? null,
    create(_call, given) {
      const body = checkNames(given as DomainBody);
      const id = store.transaction(() => {
        const fresh = store.nextId("Domain");
        write(fresh, body, isoSeconds(now()));
        return fresh;
      });
      if (body.dkimManagement["@type"] === "Automatic") onAutomaticDkim(id);
      return { id: encodeId(id) };
    },
    update(_call, id, given, before) {
      const body = checkNames(given as DomainBody);
      store.transaction(() => write(rowId(id) as number, body, before.createdAt));
      const wasAutomatic = (before.dkimManagement as Body | undefined)?.["@type"] === "Automatic";
      if (body.dkimManagement["@type"] === "Automatic" && !wasAutomatic) onAutomaticDkim(rowId(id) as number);
    },
    destroy(_call, id) {
      const domain = rowId(id) as number;
      store.transaction(() => {
        const keys = store.listOfDomain("DkimSignature", domain);
        const linked = [
          ...addresses.linkedTo(domain),
          ...keys.map((key) => ({ object: "DkimSignature", id: encodeId(key.id) })),
        ];
        if (linked.length > 0) throw objectIsLinked({ object: "Domain", id }, linked);
        dropNames.run(domain);
        store.drop("Domain", domain);
      });
    },
  };
}
