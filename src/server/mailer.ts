import { createTransport } from "nodemailer";

export type Mailer = {
  /** Hands one mail to the relay. `id` names it for good. Rejects when the relay does not take it. */
  send(mail: { id: string; to: string; subject: string; text: string }): Promise<void>;
};

/** Mail from the platform itself through the configured relay (`SMTP_URL`). */
export function createMailer({ url, from }: { url: string; from: string }): Mailer {
  const transport = createTransport(url);
  const host = from.slice(from.indexOf("@") + 1);
  return {
    async send({ id, to, subject, text }) {
      const headers = { "Auto-Submitted": "auto-generated" };
      await transport.sendMail({
        from: { name: "DeftMail", address: from },
        to,
        subject,
        text,
        headers,
        messageId: `<${id}@${host}>`,
      });
    },
  };
}
