import { createTransport } from "nodemailer";
import { publishZone } from "~/features/domains/server/dns/zone-files";
import { mailedToken } from "~/features/auth/server/testing-mailed";
import { anonymousContext, testServices } from "~/server/testing";
import { startRelay } from "~/server/testing-relay";
import { appliedUser, applyNow, tenantWithDomain } from "../testing-users";
import { confirmForwarding } from "./confirm-forwarding";

/** A tenant with mailbox users that the engine has, mail that comes to them by SMTP, and a mail host of `outside.test` that keeps what arrives there. */
export async function forwardingWorld() {
  const outside = await startRelay({ disabledCommands: ["STARTTLS", "AUTH"] });
  const { services, owner, smtpPort } = await testServices({ outboundPort: outside.port });
  await publishZone(services.platform.trialZone!.dataDir, "outside.test", [
    { name: "outside.test", type: "MX", value: "10 mx.outside.test", ttlSeconds: 5 },
    { name: "mx.outside.test", type: "A", value: "127.0.0.1", ttlSeconds: 5 },
  ]);
  const { ctx, viewer, domainId } = await tenantWithDomain(services, "acme.test");
  const newUser = (name: string) => appliedUser(services, ctx, domainId, name);

  /** Sends mail from the world; resolves to the refusal, or "accepted". */
  const send = async (to: string, subject: string): Promise<string> => {
    const transport = createTransport({ host: "127.0.0.1", port: smtpPort, ignoreTLS: true });
    const sent = transport.sendMail({ from: "bo@sender.test", to, subject, text: "Hello." });
    return sent.then(
      () => "accepted",
      (error: Error) => error.message,
    );
  };

  /** Subjects in the inbox of a mailbox, newest first. */
  async function inboxOf(address: string): Promise<string[]> {
    const { directory, forUser } = services.engine;
    const account = await directory.accounts.find(address);
    if (!account) throw new Error(`the engine has no ${address}`);
    const expiresAt = new Date(Date.now() + 60_000);
    const { secret } = await directory.keys.mint({ accountId: account.accountId, description: "test", expiresAt });
    const { page } = await forUser(secret).overview({ mailbox: { role: "inbox" }, limit: 100 });
    return page.threads.map(({ subject }) => subject);
  }

  /** Opens the newest link that was mailed to the target. */
  const agree = async (target: string) =>
    confirmForwarding(anonymousContext(services), {
      token: await mailedToken(services, owner, target, "confirm_forwarding"),
    });

  const apply = (userId: string) => applyNow(services, ctx, userId);
  return { services, owner, ctx, viewer, domainId, outside, newUser, send, inboxOf, agree, apply };
}
