import { afterAll, beforeAll, describe } from "bun:test";
import { directoryContract } from "./contract-directory.ts";
import { failureContract } from "./contract-failures.ts";
import type { ContractPeer, Peer } from "./contract-peer.ts";
import { readingContract } from "./contract-reading.ts";
import { sendingContract } from "./contract-sending.ts";

/** Registers the same tests for any server: what the port promises, whoever stands behind the adapter. */
export function registerContract({ name, features, hasDirectory, start }: ContractPeer) {
  describe(name, () => {
    let running: Peer | undefined;
    beforeAll(async () => {
      running = await start();
    });
    afterAll(() => running?.stop());
    const peer = () => {
      if (!running) throw new Error(`${name} did not start`);
      return running;
    };
    readingContract({ peer, features });
    sendingContract({ peer, features });
    failureContract({ peer, features });
    if (hasDirectory) directoryContract({ peer, features });
  });
}
