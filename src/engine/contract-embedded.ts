import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { managedPeer } from "./contract-managed.ts";
import type { ContractPeer } from "./contract-peer.ts";
import { startEmbeddedEngine } from "./embedded/engine.ts";

/** The engine of the trial. Its session names it by a host that does not exist: every URL has to be pinned to the configured base. */
export const embedded: ContractPeer = {
  name: "the embedded engine, under another host name",
  features: new Set([
    "getsWhatItCreated",
    "threadKeywords",
    "push",
    "quota",
    "blindCopies",
    "partialRefusal",
    "endsStreams",
    "passesOn",
    "tellsTakenNames",
  ]),
  hasDirectory: true,
  async start() {
    const dataDir = await mkdtemp(join(tmpdir(), "engine-contract-"));
    const adminToken = crypto.randomUUID();
    const engine = await startEmbeddedEngine({
      dataDir,
      hostname: "mail.contract.test",
      httpPort: 0,
      smtpPort: 0,
      submissionPort: 0,
      adminToken,
      dns: { servers: ["127.0.0.1:9"], timeout: 50 },
      publicUrl: "https://mail.elsewhere.test",
    });
    return managedPeer({
      baseUrl: engine.baseUrl,
      serviceAuth: { bearer: adminToken },
      smtp: { host: "127.0.0.1", port: engine.smtpPort },
      async stop() {
        await engine.stop();
        await rm(dataDir, { recursive: true, force: true });
      },
    });
  },
};
