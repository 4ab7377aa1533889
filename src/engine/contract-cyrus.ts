import { existsSync } from "node:fs";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createTransport } from "nodemailer";
import type { ContractPeer } from "./contract-peer.ts";
import { authorizationOf } from "./stalwart/authorization.ts";

const script = resolve(
  process.env.CYRUS_JMAP_SCRIPT ?? join(import.meta.dir, "../../../shared/cyrus-jmap/cyrus-jmap.sh"),
);

/** Why the tests against Cyrus cannot run here, or `null`. */
export function whyNoCyrus(): string | null {
  if (!existsSync(script)) return `there is no Cyrus launcher at ${script} (CYRUS_JMAP_SCRIPT names another)`;
  if (!existsSync("/usr/lib/cyrus/bin/httpd"))
    return "Cyrus is not installed (.ci/cyrus installs it, as root on Debian)";
  if (process.getuid?.() !== 0) return "Cyrus needs root to become its own user";
  return null;
}

/**
 * Cyrus IMAP 3.6 speaks JMAP and was written by others than the engine and this adapter. Known gaps of Debian's build: no push, no standard
 * quotas, Bcc is sent along, and one refused recipient refuses the whole submission.
 */
export const cyrus: ContractPeer = {
  name: "Cyrus (mail half)",
  features: new Set(),
  hasDirectory: false,
  async start() {
    const folder = await mkdtemp(join(tmpdir(), "cyrus-contract-"));
    // Cyrus runs as a user of its own and has to get in.
    await chmod(folder, 0o755);
    const unused = Array.from({ length: userCount }, (_, at) => `user-${at}@example.test`);
    const settings = Object.fromEntries(
      [
        ...(
          await run({ CYRUS_USERS: unused.map((address) => `${address}:secret`).join(" ") }, "start", folder)
        ).matchAll(/^(JMAP_\w+)=(.*)$/gm),
      ].map(([, name, value]) => [name, value]),
    );
    const transport = createTransport({
      host: "127.0.0.1",
      port: Number(settings.JMAP_LMTP_PORT),
      lmtp: true,
      ignoreTLS: true,
    });
    return {
      baseUrl: `http://127.0.0.1:${settings.JMAP_HTTP_PORT}`,
      refusedAddress: "reject@example.test",
      async newUser() {
        const address = unused.pop();
        if (!address) throw new Error(`Cyrus: all ${userCount} users are taken: raise userCount`);
        return { address, authorization: authorizationOf({ basic: { user: address, password: "secret" } }) };
      },
      async deliver(address, raw) {
        await transport.sendMail({ envelope: { from: "carol@outside.test", to: address }, raw });
      },
      async stop() {
        transport.close();
        await run({}, "stop", folder);
        await rm(folder, { recursive: true, force: true });
      },
    };
  },
};

/**
 * All are made before the first test: the password file of Cyrus has no locks, and a sign-in that reads it while a user is added
 * fails now and then.
 */
const userCount = 90;

async function run(settings: Record<string, string>, ...args: string[]): Promise<string> {
  const env = { ...(Bun.env as Record<string, string | undefined>), ...settings };
  const child = Bun.spawn(["bash", script, ...args], { stdin: "ignore", stdout: "pipe", stderr: "pipe", env });
  const [code, output, errors] = await Promise.all([
    child.exited,
    new Response(child.stdout).text(),
    new Response(child.stderr).text(),
  ]);
  if (code !== 0) throw new Error(`Cyrus: ${args[0]} ended with ${code}: ${errors || output}`);
  return output;
}
