import type { SMTPServer } from "smtp-server";
import { plainIp } from "../plain-ip";
import { createDnsLookup } from "../queue/dns-lookup";
import { deliverLocal } from "../queue/deliver-local";
import { mailDate } from "../queue/mail-date";
import { fieldValues, withCrLf, withFields } from "../queue/raw-message";
import { withAuthenticationResults } from "./authentication-results";
import { createListener } from "./create-listener";
import { createFinish } from "./finish";
import { readMessage } from "./read-message";
import { SmtpFailure } from "./smtp-failure";
import { type SmtpOptions, smtpDefaults } from "./smtp-options";

const maxHops = 50;

/** Throws the refusal of a recipient, if any: we relay for nobody, and a mailbox that is full may be tried later. */
function checkRecipient(address: string, { directory, store }: SmtpOptions): void {
  const found = directory.resolveRecipient(address);
  if (found.kind === "remote") {
    const domain = address.slice(address.lastIndexOf("@") + 1);
    throw new SmtpFailure(550, `5.7.1 This server takes no mail for ${domain}`);
  }
  if (found.kind === "unknown") throw new SmtpFailure(550, "5.1.1 Mailbox does not exist");
  if (found.kind === "refused") throw new SmtpFailure(550, "5.5.0 This mailbox does not accept messages");
  const isFull = (accountId: string) => {
    const limit = directory.findAccount(accountId)?.maxDiskQuota ?? 0;
    return limit > 0 && store.usedDiskQuota(accountId) >= limit;
  };
  if (found.accountIds.length > 0 && found.forwardTo.length === 0 && found.accountIds.every(isFull))
    throw new SmtpFailure(452, "4.2.2 Mailbox full");
}

/** The listener for mail from outside. A message is on disk with every recipient, or in the queue, before it is answered with 250. */
export function createInboundListener(options: SmtpOptions): SMTPServer {
  const { directory, store, queue, emit, hostname, now = () => new Date() } = options;
  const maxMessageSize = options.maxMessageSize ?? smtpDefaults.maxMessageSize;
  const lookup = createDnsLookup(options.dns ?? {});
  const finish = createFinish(emit, now);

  async function accept(
    received: Uint8Array,
    session: { sender: string; recipients: string[]; ip: string; helo: string; protocol: string; id: string },
  ): Promise<string> {
    const { sender, recipients, ip, helo, protocol, id } = session;
    const raw = withCrLf(received);
    if (fieldValues(raw, "received").length > maxHops)
      throw new SmtpFailure(554, "5.4.6 The message goes round in circles");
    const checked = await withAuthenticationResults({ raw, sender, ip, helo }, hostname, lookup);
    const trace = `Received: from ${helo} ([${ip}])\r\n\tby ${hostname} with ${protocol} id ${id};\r\n\t${mailDate(now())}\r\n`;
    const message = withFields(checked, trace);

    const accounts = new Map<string, string>();
    const onward = new Set<string>();
    for (const address of recipients) {
      const found = directory.resolveRecipient(address);
      if (found.kind !== "local") continue;
      for (const accountId of found.accountIds) if (!accounts.has(accountId)) accounts.set(accountId, address);
      for (const remote of found.forwardTo) onward.add(remote);
    }

    const waiting: string[] = [];
    for (const [accountId, address] of accounts) {
      const delivery = { address, accountIds: [accountId], returnPath: sender, raw: message, deliveryId: `smtp-${id}` };
      const { result, code, text } = await deliverLocal(delivery, { store, emit, hostname, now });
      if (result === "delivered") continue;
      if (accounts.size === 1 && onward.size === 0) throw new SmtpFailure(code, text);
      waiting.push(directory.findAccount(accountId)?.emailAddress ?? address);
    }
    const relayed = [...waiting, ...onward];
    if (relayed.length > 0) queue.relay({ returnPath: sender, recipients: relayed, raw: message, remoteIp: ip });
    return `2.0.0 Message accepted, id ${id}`;
  }

  return createListener(options, {
    disabledCommands: ["AUTH"],
    authOptional: true,
    onMailFrom(address, _session, callback) {
      finish(callback, () => {
        if (Number(address.args && address.args.SIZE) > maxMessageSize)
          throw new SmtpFailure(552, "5.3.4 Message too big for system");
      });
    },
    onRcptTo(address, _session, callback) {
      finish(callback, () => checkRecipient(address.address, options));
    },
    onData(stream, session, callback) {
      finish(callback, async () => {
        const raw = await readMessage(stream);
        const { mailFrom, rcptTo } = session.envelope;
        return accept(raw, {
          sender: mailFrom ? mailFrom.address : "",
          recipients: rcptTo.map(({ address }) => address),
          ip: plainIp(session.remoteAddress),
          helo: session.hostNameAppearsAs,
          protocol: session.transmissionType,
          id: `${session.id}${session.transaction}`,
        });
      });
    },
  });
}
