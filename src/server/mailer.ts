import { createTransport } from "nodemailer";

export type Mailer = {
  /** Hands one mail to the relay. `id` names it for good. Rejects when `to` is not one address or the relay does not take it. */
  send(mail: { id: string; to: string; subject: string; text: string }): Promise<void>;
};

const timeoutMs = 15_000;
const loopback = new Set(["localhost", "127.0.0.1", "[::1]"]);

/**
 * How to reach the relay that `url` names: by `smtps:` encrypted from the first octet, by `smtp:` after STARTTLS (RFC 3207), which only a
 * relay on this machine may lack: mail of ours opens accounts. Certificates are always checked, whatever the URL asks for; one of
 * your own authority is trusted through NODE_EXTRA_CA_CERTS.
 */
export function relayOptions(url: string) {
  const { protocol, hostname, port, username, password } = new URL(url);
  const secure = protocol === "smtps:";
  return {
    ...{ host: hostname.replaceAll(/[[\]]/g, ""), port: port ? Number(port) : secure ? 465 : 587, secure },
    requireTLS: !secure && !loopback.has(hostname),
    auth: username ? { user: decodeURIComponent(username), pass: decodeURIComponent(password) } : undefined,
    ...{ connectionTimeout: timeoutMs, greetingTimeout: timeoutMs, socketTimeout: timeoutMs },
    tls: { rejectUnauthorized: true },
  };
}

/** One address as members have them (RFC 5321 §4.1.2, without quoted names): nothing in it is a sign to a mail server. */
const address = /^[^\s\p{C}<>(),;:"\\[\]@]{1,64}@[\w.-]{1,253}$/u;

const oneLine = (text: string) => text.replaceAll(/\p{Cc}+/gu, " ").trim();

/** Mail from the platform itself through the configured relay (`SMTP_URL`). */
export function createMailer({ url, from }: { url: string; from: string }): Mailer {
  const transport = createTransport(relayOptions(url));
  const host = from.slice(from.indexOf("@") + 1);
  return {
    async send({ id, to, subject, text }) {
      if (!address.test(to)) throw new Error("this is not one address");
      await transport.sendMail({
        from: { name: "DeftMail", address: from },
        // As one address, and named apart for the relay: no text in it can become a second one.
        to: { name: "", address: to },
        envelope: { from, to: [to] },
        subject: oneLine(subject),
        text,
        headers: { "Auto-Submitted": "auto-generated" },
        messageId: `<${id}@${host}>`,
      });
    },
  };
}
