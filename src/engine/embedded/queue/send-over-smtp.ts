import SMTPConnection from "nodemailer/lib/smtp-connection";

/** A refusal, as nodemailer reports it; without `response` nobody answered. */
export type SmtpReplyError = Error & {
  response?: string;
  responseCode?: number;
  recipient?: string;
  /** Refused recipients, when the others or nobody were taken. */
  rejectedErrors?: SmtpReplyError[];
};

export type SmtpTransaction = {
  /** IP address of the host, and the name that its certificate and SNI go by. */
  address: string;
  servername: string;
  port: number;
  /** What we call ourselves in EHLO. */
  hostname: string;
  from: string;
  recipients: string[];
  raw: Uint8Array;
  envId: string | null;
  /** Milliseconds for connecting and for the greeting. */
  timeout: number;
  signal: AbortSignal;
};

export type SmtpAnswer = { rejectedErrors?: SmtpReplyError[] | undefined; response: string };

/**
 * One connection, one message. Rejects with `SmtpReplyError` when nobody was taken. `signal` ends it only until the message is on its
 * way: after that a host may have taken it, and only its answer tells.
 */
export function sendOverSmtp({
  address,
  servername,
  port,
  hostname,
  from,
  recipients,
  raw,
  envId,
  timeout,
  signal,
}: SmtpTransaction): Promise<SmtpAnswer> {
  return new Promise((resolve, reject) => {
    const connection = new SMTPConnection({
      host: address,
      port,
      servername,
      name: hostname,
      opportunisticTLS: true,
      allowInternalNetworkInterfaces: true,
      connectionTimeout: timeout,
      greetingTimeout: timeout,
      socketTimeout: 5 * 60_000,
      // Between mail hosts encryption is opportunistic (RFC 7435): an unknown certificate is better than clear text.
      tls: { rejectUnauthorized: false, servername },
    });
    const stop = () => {
      connection.close();
      reject(new Error("This server is stopping."));
    };
    const settle = <T>(done: (value: T) => void, value: T) => {
      signal.removeEventListener("abort", stop);
      done(value);
    };
    if (signal.aborted) return stop();
    signal.addEventListener("abort", stop, { once: true });
    connection.once("error", (error) => {
      connection.close();
      settle(reject, error);
    });
    connection.once("end", () => settle(reject, new Error("The connection was closed.")));
    connection.connect((error) => {
      signal.removeEventListener("abort", stop);
      if (error) return settle(reject, error);
      const to = { from: from === "" ? false : from, to: recipients, size: raw.byteLength, use8BitMime: true } as const;
      connection.send({ ...to, ...(envId ? { dsn: { envid: envId } } : {}) }, Buffer.from(raw), (failure, info) => {
        connection.quit();
        if (failure) settle(reject, failure);
        else settle(resolve, info as unknown as SmtpAnswer);
      });
    });
  });
}
