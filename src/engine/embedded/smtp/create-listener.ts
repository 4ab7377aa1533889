import { SMTPServer, type SMTPServerOptions } from "smtp-server";
import { listenerCertificate } from "./listener-certificate";
import { type SmtpOptions, smtpDefaults } from "./smtp-options";

/** What both listeners have in common; `own` is what makes the one of them. STARTTLS is offered where there is a certificate. */
export function createListener(options: SmtpOptions, { disabledCommands = [], ...own }: SMTPServerOptions): SMTPServer {
  const tls = listenerCertificate(options);
  const server = new SMTPServer({
    name: options.hostname,
    banner: "ready",
    size: options.maxMessageSize ?? smtpDefaults.maxMessageSize,
    disabledCommands: tls ? disabledCommands : [...disabledCommands, "STARTTLS"],
    ...tls,
    hideSMTPUTF8: true,
    hideENHANCEDSTATUSCODES: true,
    disableReverseLookup: true,
    maxClients: smtpDefaults.maxClients,
    maxRecipients: 100,
    socketTimeout: smtpDefaults.socketTimeout,
    closeTimeout: 1000,
    logger: false,
    ...own,
  });
  server.on("error", () => {
    // A client that breaks the connection is its own problem; the server goes on.
  });
  return server;
}
