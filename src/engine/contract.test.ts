import { describe, setDefaultTimeout, test } from "bun:test";
import { cyrus, whyNoCyrus } from "./contract-cyrus.ts";
import { embedded } from "./contract-embedded.ts";
import { stalwart, whyNoStalwart } from "./contract-stalwart.ts";
import { registerContract } from "./contract.ts";
import type { ContractPeer } from "./contract-peer.ts";

// Starting a mail server and waiting for it to deliver takes longer than the default.
setDefaultTimeout(60_000);

/** Says loudly what is not tested, and counts it as skipped. */
function registerUnless(why: string | null, peer: ContractPeer) {
  if (why === null) return registerContract(peer);
  process.stdout.write(`The engine's contract is not tested against ${peer.name}: ${why}.\n`);
  describe(peer.name, () => test.skip(`is not tested here: ${why}`, () => undefined));
}

registerContract(embedded);
registerUnless(whyNoCyrus(), cyrus);
registerUnless(whyNoStalwart(), stalwart);
