import { SMTPServer } from "smtp-server";
import { createTransport } from "nodemailer";
import { publishZone } from "../features/domains/server/dns/zone-files";

export type Arrived = { from: string; to: string[]; raw: Buffer; at: number };

/** How the other server answers a recipient that it does not take: `550 5.1.1 No such user`. */
export type Refusal = { code: number; text: string };

/** Mail as the rest of the world sends and receives it: an SMTP server of the domain `outside.test`, and a client. */
export async function startOutsideWorld({
  zoneDir,
  sinkPort,
  refusals = {},
}: {
  zoneDir: string;
  sinkPort: number;
  /** By address. */
  refusals?: Record<string, Refusal>;
}) {
  const arrived: Arrived[] = [];
  const server = new SMTPServer({
    ...{ authOptional: true, disabledCommands: ["STARTTLS", "AUTH"], hidePIPELINING: true },
    onRcptTo({ address }, _session, done) {
      const refusal = refusals[address];
      done(refusal && Object.assign(new Error(refusal.text), { responseCode: refusal.code }));
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const { mailFrom, rcptTo } = session.envelope;
        arrived.push({
          from: mailFrom ? mailFrom.address : "",
          to: rcptTo.map(({ address }) => address),
          raw: Buffer.concat(chunks),
          at: Date.now(),
        });
        done();
      });
    },
  });
  // A sender that is killed resets its connection: that is its affair.
  server.on("error", () => {});
  await new Promise<void>((resolve) => server.listen(sinkPort, "127.0.0.1", resolve));
  await publishZone(zoneDir, "outside.test", [
    { name: "outside.test", type: "MX", value: "10 mx.outside.test", ttlSeconds: 5 },
    { name: "mx.outside.test", type: "A", value: "127.0.0.1", ttlSeconds: 5 },
  ]);
  return {
    arrived,
    /** Hands a message to the app's own MX; resolves when it was acknowledged. */
    async send(
      smtpPort: number,
      message: { to: string; subject: string; text?: string; html?: string; messageId?: string },
    ) {
      const transport = createTransport({ host: "127.0.0.1", port: smtpPort, secure: false, ignoreTLS: true });
      try {
        await transport.sendMail({ from: "Bo Outside <bo@outside.test>", ...message });
      } finally {
        transport.close();
      }
    },
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
