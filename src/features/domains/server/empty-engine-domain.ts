import type { EngineDirectory } from "~/engine/engine-directory";

const batch = 100;

/** Removes every mailbox and every list of a domain from the engine, with all mail: also what a job that was at work all the while has made anew. Rejects with `EngineError`. */
export async function emptyEngineDomain({ accounts, lists, domains }: EngineDirectory, name: string): Promise<void> {
  if (!(await domains.find(name))) return;
  for (const { listAddresses, remove } of [accounts, lists])
    for (;;) {
      const { addresses } = await listAddresses(name, { limit: batch });
      if (addresses.length === 0) break;
      for (const address of addresses) await remove(address);
    }
}
