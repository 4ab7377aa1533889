import type { DeliveryOutcome } from "./delivery-outcome";
import { type DnsLookup, LookupError } from "./dns-lookup";
import { type MailHost, NoMailHost, resolveMx } from "./resolve-mx";
import { type SmtpReplyError, sendOverSmtp } from "./send-over-smtp";

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
  /** Ends what is not in the middle of a message. */
  signal: AbortSignal;
};

/** Addresses to try in one attempt: a domain that does not answer must not hold up the others for long. */
const maxPlaces = 4;

const stripCode = (reply: string): string => reply.replace(/^\d{3}[ -]/, "");

const refusal = (address: string, hostname: string, error: SmtpReplyError): DeliveryOutcome => {
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
const mayTryNext = (error: SmtpReplyError): boolean => (error.responseCode ?? 0) < 500;

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

  const places = hosts.flatMap((host) => host.addresses.map((address) => ({ host, address })));
  let last: DeliveryOutcome[] = [];
  for (const { host, address } of places.slice(0, maxPlaces)) {
    try {
      const { rejectedErrors = [], response } = await sendOverSmtp({
        ...delivery,
        ...options,
        address,
        servername: host.hostname,
      });
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
      const failure = error as SmtpReplyError;
      const own = new Map((failure.rejectedErrors ?? []).map((rejected) => [rejected.recipient ?? "", rejected]));
      last = delivery.recipients.map((recipient) => refusal(recipient, host.hostname, own.get(recipient) ?? failure));
      if (options.signal.aborted || !mayTryNext(failure)) return last;
    }
  }
  return last;
}
