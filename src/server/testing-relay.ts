import { afterAll } from "bun:test";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";

export type RelayedMail = { from: string; to: string[]; raw: string };

/** A mail relay on loopback that keeps what it takes; it speaks STARTTLS with a certificate that nobody signed. Ends with the test file. */
export async function startRelay(options: SMTPServerOptions & { port?: number } = {}) {
  const mails: RelayedMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    onData(stream, { envelope }, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const from = envelope.mailFrom ? envelope.mailFrom.address : "";
        mails.push({ from, to: envelope.rcptTo.map(({ address }) => address), raw: Buffer.concat(chunks).toString() });
        done();
      });
    },
    ...options,
  });
  // A client that hangs up because of our certificate is what some tests are about.
  server.on("error", () => {});
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, "127.0.0.1", resolve));
  const { port } = server.server.address() as { port: number };
  const stop = () => new Promise<void>((resolve) => server.close(resolve));
  afterAll(stop);
  return { port, mails, stop };
}
