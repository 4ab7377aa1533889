import type { EmitEvent } from "../seams";
import type { RegistryStore } from "./registry-store";

/** What the objects of the directory need of each other and of the rest of the engine. */
export type DirectoryContext = {
  store: RegistryStore;
  emit: EmitEvent;
  now(): Date;
  openAccount(accountId: string): void;
  destroyAccount(accountId: string): void;
  usedDiskQuota(accountId: string): number;
  /** The name of a domain that another object refers to. */
  domainName(domainId: string): string;
  /** Permissions of an account by its roles and its own list, before a credential narrows them. */
  permissionsOf(account: number): ReadonlySet<string>;
};
