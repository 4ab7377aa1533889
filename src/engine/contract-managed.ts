import { createTransport } from "nodemailer";
import type { Peer } from "./contract-peer.ts";
import { createEngine } from "./create-engine.ts";
import { EngineError } from "./engine-error.ts";
import { authorizationOf, type ServiceAuth } from "./stalwart/authorization.ts";

/** A peer with the management half: mailbox users are made, and their session keys minted, through the adapter itself. */
export async function managedPeer(server: {
  baseUrl: string;
  serviceAuth: ServiceAuth;
  smtp: { host: string; port: number };
  stop(): Promise<void>;
}): Promise<Peer> {
  const { baseUrl, serviceAuth, smtp } = server;
  const managed = createEngine({ baseUrl, serviceAuth });
  const domainName = `contract-${crypto.randomUUID().slice(0, 8)}.test`;
  await managed.directory.domains.ensure({ name: domainName, description: "Contract tests" });
  const transport = createTransport({ ...smtp, secure: false, ignoreTLS: true });
  const addresses: string[] = [];
  return {
    baseUrl,
    managed,
    refusedAddress: `nobody-here@${domainName}`,
    async newUser() {
      const address = `user-${crypto.randomUUID().slice(0, 8)}@${domainName}`;
      const secret = await newSessionKey(managed, address);
      addresses.push(address);
      return { address, authorization: authorizationOf({ bearer: secret }) };
    },
    async deliver(address, raw) {
      await transport.sendMail({ envelope: { from: "carol@outside.test", to: address }, raw });
    },
    async stop() {
      transport.close();
      // A server that stays must not keep what the tests made.
      for (const address of addresses) await managed.directory.accounts.remove(address);
      await managed.directory.domains.remove(domainName).catch((error: unknown) => {
        if (!(error instanceof EngineError) || error.failure !== "conflict") throw error;
      });
      await server.stop();
    },
  };
}

/** An argon2id hash of "correct horse battery 42", with little memory so that tests are quick. */
export const testPasswordHash = await Bun.password.hash("correct horse battery 42", {
  algorithm: "argon2id",
  memoryCost: 64,
  timeCost: 2,
});

const anHour = 3_600_000;

async function newSessionKey({ directory }: ReturnType<typeof createEngine>, address: string): Promise<string> {
  const { accountId } = await directory.accounts.ensure({
    address,
    displayName: address,
    quotaBytes: 100_000_000,
    blocks: [],
    passwordHash: testPasswordHash,
  });
  const { secret } = await directory.keys.mint({
    accountId,
    description: "contract test",
    expiresAt: new Date(Date.now() + anHour),
  });
  return secret;
}
