import SMTPConnection from "nodemailer/lib/smtp-connection";
import type { DeliveryOutcome } from "./delivery-outcome";
import { type DnsLookup, LookupError } from "./dns-lookup";
import { type MailHost, NoMailHost, resolveMx } from "./resolve-mx";

export type RemoteDelivery = {
  domain: string;
  /** Empty for the null sender. */
  from: string;
  recipients: string[];
  raw: Uint8Array;
  envId: string | null;
};

export type RemoteOptions = {
  lookup: DnsLookup;
  /** What we call ourselves in EHLO. */
  hostname: string;
  /** Instead of 25, for a trial behind closed ports and for tests. */
  port: number;
  /** Milliseconds. */
  timeout: number;
};

type SmtpFailure = Error & {
  response?: string;
  responseCode?: number;
  code?: string;
  recipient?: string;
  rejectedErrors?: SmtpFailure[];
};
type Sent = { accepted: unknown[]; rejectedErrors?: SmtpFailure[] | undefined; response: string };

const stripCode = (reply: string): string => reply.replace(/^\d{3}[ -]/, "");

function send(
  address: string,
  host: MailHost,
  { from, recipients, raw, envId }: RemoteDelivery,
  options: RemoteOptions,
): Promise<Sent> {
  return new Promise((resolve, reject) => {
    const connection = new SMTPConnection({
      host: address,
      port: options.port,
      name: options.hostname,
      servername: host.hostname,
      opportunisticTLS: true,
      allowInternalNetworkInterfaces: true,
      connectionTimeout: options.timeout,
      greetingTimeout: options.timeout,
      socketTimeout: options.timeout * 2,
      // Between mail hosts encryption is opportunistic (RFC 7435): an unknown certificate is better than clear text.
      tls: { rejectUnauthorized: false, servername: host.hostname },
    });
    connection.once("error", (error) => {
      connection.close();
      reject(error);
    });
    connection.once("end", () => reject(new Error("The connection was closed.")));
    connection.connect((error) => {
      if (error) return reject(error);
      const envelope = {
        from: from === "" ? false : from,
        to: recipients,
        size: raw.byteLength,
        use8BitMime: true,
        ...(envId ? { dsn: { envid: envId } } : {}),
      } as const;
      connection.send(envelope, Buffer.from(raw), (failure, info) => {
        connection.quit();
        if (failure) reject(failure);
        else resolve(info as unknown as Sent);
      });
    });
  });
}

const refusal = (address: string, hostname: string, error: SmtpFailure): DeliveryOutcome => {
  const code = error.responseCode ?? 0;
  return {
    address,
    hostname,
    result: code >= 500 ? "permanent" : "temporary",
    code: code || 451,
    text: error.response ? stripCode(error.response) : `4.4.1 ${error.message}`,
    errorType: error.response ? "unexpectedResponse" : "connectionError",
  };
};

/** True when another host may do better: nobody answered, or the host had no time for us. */
const mayTryNext = (error: SmtpFailure): boolean => (error.responseCode ?? 0) < 500;

/** Gives a message to the best host of a domain that answers, all recipients of the domain in one transaction. Never throws. */
export async function deliverRemote(delivery: RemoteDelivery, options: RemoteOptions): Promise<DeliveryOutcome[]> {
  const all = (outcome: Omit<DeliveryOutcome, "address">) =>
    delivery.recipients.map((address) => ({ address, ...outcome }));
  let hosts: MailHost[];
  try {
    hosts = await resolveMx(options.lookup, delivery.domain);
  } catch (error) {
    if (error instanceof NoMailHost)
      return all({
        result: "permanent",
        code: 550,
        text: `${error.enhanced} ${error.message}`,
        hostname: delivery.domain,
        errorType: "dnsError",
      });
    const text = error instanceof LookupError ? error.code : String(error);
    return all({
      result: "temporary",
      code: 451,
      text: `4.4.3 DNS does not answer: ${text}`,
      hostname: delivery.domain,
      errorType: "dnsError",
    });
  }

  let last: DeliveryOutcome[] = [];
  for (const host of hosts)
    for (const address of host.addresses) {
      try {
        const { rejectedErrors = [], response } = await send(address, host, delivery, options);
        const refused = new Map(rejectedErrors.map((error) => [error.recipient ?? "", error]));
        const code = Number(response.slice(0, 3)) || 250;
        return delivery.recipients.map((recipient) => {
          const error = refused.get(recipient);
          if (error) return refusal(recipient, host.hostname, error);
          return {
            address: recipient,
            result: "delivered",
            code,
            text: stripCode(response),
            hostname: host.hostname,
            errorType: null,
          };
        });
      } catch (error) {
        const failure = error as SmtpFailure;
        const own = new Map((failure.rejectedErrors ?? []).map((rejected) => [rejected.recipient ?? "", rejected]));
        last = delivery.recipients.map((recipient) => refusal(recipient, host.hostname, own.get(recipient) ?? failure));
        if (!mayTryNext(failure)) return last;
      }
    }
  return last;
}
