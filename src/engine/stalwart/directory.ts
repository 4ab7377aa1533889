import { createTurns } from "../../lib/turns.ts";
import type { EngineDirectory } from "../engine-directory.ts";
import { createAccounts } from "./accounts.ts";
import { createAppPasswords } from "./app-passwords.ts";
import { createDkim } from "./dkim.ts";
import { createDomains } from "./domains.ts";
import { createHooks } from "./hooks.ts";
import type { JmapClient } from "./jmap-client.ts";
import { createKeys } from "./keys.ts";
import { createLists } from "./lists.ts";
import { createQueue } from "./queue.ts";
import { createThrottles } from "./throttles.ts";

/** The management half of the port, as the service credential. */
export function createDirectory(jmap: JmapClient): EngineDirectory {
  // Stalwart guards a single write only, not a read and the write that follows it. Between processes the job's lease does.
  const oneWriter = createTurns();
  return {
    domains: createDomains(jmap, oneWriter),
    dkim: createDkim(jmap, oneWriter),
    accounts: createAccounts(jmap, oneWriter),
    keys: createKeys(jmap, oneWriter),
    appPasswords: createAppPasswords(jmap, oneWriter),
    lists: createLists(jmap, oneWriter),
    queue: createQueue(jmap),
    throttles: createThrottles(jmap, oneWriter),
    hooks: createHooks(jmap, oneWriter),
  };
}
