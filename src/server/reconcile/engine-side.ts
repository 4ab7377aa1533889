import type { EngineDirectory } from "~/engine/mail-engine";
import { nameOfKey } from "./name-of-key";

const page = 200;

/** What the engine has: names of domains and addresses, and keys by `nameOfKey`. Rejects with `EngineError`. */
export async function readEngineSide(directory: EngineDirectory) {
  const domains = await readAll((at) => directory.domains.list(at));
  const [addresses, keys] = [new Set<string>(), new Set<string>()];
  for (const domain of domains) {
    const found = await readAll(async (at) => {
      const { addresses: names, next } = await directory.accounts.listAddresses(domain, at);
      return { names, next };
    });
    for (const address of found) addresses.add(address);
    for (const key of await directory.dkim.list(domain)) keys.add(nameOfKey(domain, key));
  }
  return { domains, addresses, keys };
}

async function readAll(
  read: (page: { after?: string; limit: number }) => Promise<{ names: string[]; next?: string }>,
): Promise<Set<string>> {
  const all = new Set<string>();
  for (let after: string | undefined; ;) {
    const { names, next } = await read({ limit: page, ...(after ? { after } : {}) });
    for (const name of names) all.add(name);
    if (!next) return all;
    after = next;
  }
}
