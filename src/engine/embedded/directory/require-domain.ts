import { rowId } from "../ids";
import type { RegistryStore } from "./registry-store";
import { invalidForeignKey } from "./set-failure";

/** The row of a domain that an object names. Throws `invalidForeignKey`. */
export function requireDomain(store: RegistryStore, domainId: string): number {
  const id = rowId(domainId);
  if (id === null || !store.find("Domain", id)) throw invalidForeignKey({ object: "Domain", id: domainId });
  return id;
}
