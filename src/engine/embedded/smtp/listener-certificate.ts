import { createSelfSignedCertificate } from "./self-signed-certificate";
import { type SmtpOptions, smtpDefaults } from "./smtp-options";

type Where = Pick<SmtpOptions, "bind" | "tls" | "hostname">;

/** Whether nobody outside this machine can reach a listener. */
export const isLoopback = ({ bind = smtpDefaults.bind }: Pick<Where, "bind">): boolean =>
  bind.startsWith("127.") || bind === "::1";

/**
 * The certificate of a listener; none on loopback unless it was given one, because mail programs that see STARTTLS use it and
 * refuse a certificate that nobody vouches for.
 */
export const listenerCertificate = (where: Where): { key: string; cert: string } | undefined =>
  where.tls ?? (isLoopback(where) ? undefined : createSelfSignedCertificate(where.hostname));
