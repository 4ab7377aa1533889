import { createTurns } from "../../lib/turns.ts";
import type { EngineDirectory } from "../mail-engine.ts";
import { createAccounts } from "./accounts.ts";
import { createDkim } from "./dkim.ts";
import { createDomains } from "./domains.ts";
import type { JmapClient } from "./jmap-client.ts";
import { createKeys } from "./keys.ts";

/** The management half of the port, as the service credential. */
export function createDirectory(jmap: JmapClient): EngineDirectory {
  // Stalwart guards a single write only, not a read and the write that follows it. Between processes the job's lease does.
  const oneWriter = createTurns();
  return {
    domains: createDomains(jmap, oneWriter),
    dkim: createDkim(jmap, oneWriter),
    accounts: createAccounts(jmap, oneWriter),
    keys: createKeys(jmap, oneWriter),
  };
}
