import type { AddressInfo } from "node:net";
import type { SMTPServer } from "smtp-server";
import { createInboundListener } from "./inbound-listener";
import { type SmtpOptions, smtpDefaults } from "./smtp-options";
import { createSubmissionListener } from "./submission-listener";

export type SmtpListeners = {
  mxPort: number;
  submissionPort: number;
  /** Stops listening; sessions in progress have a second to end. */
  close(): Promise<void>;
};

const listen = (server: SMTPServer, port: number, bind: string): Promise<number> =>
  new Promise((resolve, reject) => {
    server.server.once("error", reject);
    server.listen(port, bind, () => {
      server.server.off("error", reject);
      resolve((server.server.address() as AddressInfo).port);
    });
  });

/** Opens both SMTP listeners. Throws when a port is taken. */
export async function openSmtpListeners(options: SmtpOptions): Promise<SmtpListeners> {
  const bind = options.bind ?? smtpDefaults.bind;
  const inbound = createInboundListener(options);
  const submission = createSubmissionListener(options);
  const mxPort = await listen(inbound, options.mxPort, bind);
  const submissionPort = await listen(submission, options.submissionPort, bind);
  return {
    mxPort,
    submissionPort,
    async close() {
      await Promise.all(
        [inbound, submission].map((server) => new Promise<void>((resolve) => server.close(() => resolve()))),
      );
    },
  };
}
