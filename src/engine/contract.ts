import { afterAll, beforeAll, describe } from "bun:test";
import { addressContract } from "./contract-addresses.ts";
import { controlContract } from "./contract-control.ts";
import { directoryContract } from "./contract-directory.ts";
import { draftsContract } from "./contract-drafts.ts";
import { failureContract } from "./contract-failures.ts";
import type { ContractPeer, Peer } from "./contract-peer.ts";
import { handlingContract } from "./contract-handling.ts";
import { listContract } from "./contract-lists.ts";
import { passingContract } from "./contract-passing.ts";
import { originContract } from "./contract-origin.ts";
import { readingContract } from "./contract-reading.ts";
import { resendingContract } from "./contract-resending.ts";
import { searchContract } from "./contract-search.ts";
import { sendingContract } from "./contract-sending.ts";

/** On a busy machine that starts Cyrus for the first time, reading it from the disk alone takes a minute. */
const startMilliseconds = 180_000;

/** Registers the same tests for any server: what the port promises, whoever stands behind the adapter. */
export function registerContract({ name, features, hasDirectory, start }: ContractPeer) {
  describe(name, () => {
    let running: Peer | undefined;
    beforeAll(async () => {
      running = await start();
    }, startMilliseconds);
    afterAll(() => running?.stop());
    const peer = () => {
      if (!running) throw new Error(`${name} did not start`);
      return running;
    };
    readingContract({ peer, features });
    originContract({ peer, features });
    listContract({ peer, features });
    searchContract({ peer, features });
    handlingContract({ peer, features });
    sendingContract({ peer, features });
    resendingContract({ peer, features });
    draftsContract({ peer, features });
    passingContract({ peer, features });
    failureContract({ peer, features });
    if (!hasDirectory) return;
    directoryContract({ peer, features });
    addressContract({ peer, features });
    controlContract({ peer, features });
  });
}
