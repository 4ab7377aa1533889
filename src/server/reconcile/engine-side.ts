import type { EngineDirectory, EngineList } from "~/engine/engine-directory";
import type { ComparedAccount } from "./differences";
import { nameOfKey } from "./name-of-key";

const page = 200;
/** Questions under way at a time; the adapter keeps fewer. */
const atOnce = 8;

export type EngineDomainSide = { catchAll: string | null; subAddressing: boolean };

/** What the engine has: domains, accounts and lists by address, and keys by `nameOfKey`. Rejects with `EngineError`. */
export async function readEngineSide({ domains, accounts, lists, dkim }: EngineDirectory) {
  const found = {
    domains: new Map<string, EngineDomainSide>(),
    accounts: new Map<string, ComparedAccount>(),
    lists: new Map<string, EngineList>(),
    keys: new Set<string>(),
  };
  for (const name of await readAll((at) => domains.list(at))) {
    const domain = await domains.find(name);
    if (!domain) continue;
    found.domains.set(name, domain);
    const people = await readAll((at) => accounts.listAddresses(name, at).then(toNames));
    await readEach(people, accounts.find, found.accounts);
    const shared = await readAll((at) => lists.listAddresses(name, at).then(toNames));
    await readEach(shared, lists.find, found.lists);
    for (const key of await dkim.list(name)) found.keys.add(nameOfKey(name, key));
  }
  return found;
}

const toNames = ({ addresses, next }: { addresses: string[]; next?: string }) => ({ names: addresses, next });

async function readAll(
  read: (page: { after?: string; limit: number }) => Promise<{ names: string[]; next?: string }>,
): Promise<string[]> {
  const all = new Set<string>();
  for (let after: string | undefined; ;) {
    const { names, next } = await read({ limit: page, ...(after ? { after } : {}) });
    for (const name of names) all.add(name);
    if (!next) return [...all];
    after = next;
  }
}

async function readEach<T>(names: string[], find: (name: string) => Promise<T | null>, into: Map<string, T>) {
  for (let at = 0; at < names.length; at += atOnce)
    await Promise.all(
      names.slice(at, at + atOnce).map(async (name) => {
        const one = await find(name);
        if (one) into.set(name, one);
      }),
    );
}
