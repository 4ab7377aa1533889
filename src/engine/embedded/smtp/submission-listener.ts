import type { SMTPServer } from "smtp-server";
import { plainIp } from "../plain-ip";
import { type Principal, SubmissionRefused } from "../seams";
import { createListener } from "./create-listener";
import { createFinish } from "./finish";
import { isLoopback } from "./listener-certificate";
import { readMessage } from "./read-message";
import { SmtpFailure } from "./smtp-failure";
import type { SmtpOptions } from "./smtp-options";

const replies: Record<string, number> = { tooLarge: 552, tooManyRecipients: 452, forbiddenMailFrom: 550 };

const toFailure = (error: unknown): unknown =>
  error instanceof SubmissionRefused
    ? new SmtpFailure(replies[error.type] ?? 550, error.message.replace(/^\d{3} /, ""))
    : error;

/**
 * The listener for mail programs: AUTH first, the sender must be one of the account's addresses, the queue does the rest.
 * AUTH in clear text is for loopback only.
 */
export function createSubmissionListener(options: SmtpOptions): SMTPServer {
  const { directory, queue, emit, now = () => new Date() } = options;
  const finish = createFinish(emit, now);

  return createListener(options, {
    authMethods: ["PLAIN", "LOGIN"],
    allowInsecureAuth: isLoopback(options),
    hideDSN: false,
    onAuth({ username, password }, session, callback) {
      finish(callback, async () => {
        const principal = await directory.authenticatePassword(
          username ?? "",
          password ?? "",
          plainIp(session.remoteAddress),
        );
        if (typeof principal === "string") throw new SmtpFailure(535, "5.7.8 Authentication credentials invalid");
        if (!principal.permissions.has("emailSend"))
          throw new SmtpFailure(550, "5.7.1 Your account is not authorized to use this service");
        return { user: principal };
      });
    },
    onMailFrom({ address }, session, callback) {
      finish(callback, () => {
        const { accountId } = session.user as Principal;
        const own = [directory.findAccount(accountId), ...directory.groupsOf(accountId)];
        if (!own.some((account) => account?.addresses.includes(address.toLowerCase())))
          throw new SmtpFailure(550, "5.7.1 This address is not one of yours");
        if (!directory.admit({ accountId, sender: address, remotePort: session.remotePort }))
          throw new SmtpFailure(452, "4.4.5 Rate limit exceeded, try again later");
      });
    },
    onRcptTo({ address }, session, callback) {
      finish(callback, () => {
        const { kind } = directory.resolveRecipient(address);
        if (kind === "unknown") throw new SmtpFailure(550, "5.1.1 Mailbox does not exist");
        if (kind === "refused") throw new SmtpFailure(550, "5.5.0 This mailbox does not accept messages");
        const { accountId } = session.user as Principal;
        const { mailFrom } = session.envelope;
        const sender = mailFrom ? mailFrom.address : "";
        if (!directory.admit({ accountId, sender, recipient: address, remotePort: session.remotePort }))
          throw new SmtpFailure(452, "4.4.5 Rate limit exceeded, try again later");
      });
    },
    onData(stream, session, callback) {
      finish(callback, async () => {
        const raw = await readMessage(stream);
        const { mailFrom, rcptTo, dsn } = session.envelope;
        const args = mailFrom && mailFrom.args ? mailFrom.args : {};
        const parameters = Object.fromEntries(
          Object.entries(args).map(([name, value]) => [name, value === true ? null : value]),
        );
        try {
          const { queueId } = await queue.submit({
            principal: session.user as Principal,
            envelope: {
              mailFrom: {
                email: mailFrom ? mailFrom.address : "",
                parameters: { ...parameters, ...(dsn?.envid ? { ENVID: dsn.envid } : {}) },
              },
              rcptTo: rcptTo.map((rcpt) => ({
                email: rcpt.address,
                parameters: rcpt.dsn?.notify ? { NOTIFY: String(rcpt.dsn.notify) } : null,
              })),
            },
            raw,
            protocol: session.transmissionType,
            remoteIp: plainIp(session.remoteAddress),
          });
          return `2.0.0 Queued with id ${queueId}`;
        } catch (error) {
          throw toFailure(error);
        }
      });
    },
  });
}
