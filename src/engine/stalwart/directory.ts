import type { EngineDirectory } from "../mail-engine.ts";
import { createAccounts } from "./accounts.ts";
import { createDkim } from "./dkim.ts";
import { createDomains } from "./domains.ts";
import type { JmapClient } from "./jmap-client.ts";
import { createKeys } from "./keys.ts";
import { createOneWriter } from "./one-writer.ts";

/** The management half of the port, as the service credential. */
export function createDirectory(jmap: JmapClient): EngineDirectory {
  const oneWriter = createOneWriter();
  return {
    domains: createDomains(jmap, oneWriter),
    dkim: createDkim(jmap, oneWriter),
    accounts: createAccounts(jmap, oneWriter),
    keys: createKeys(jmap, oneWriter),
  };
}
