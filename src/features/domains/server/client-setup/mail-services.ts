import type { Platform } from "~/server/services";

/** Where mail programs of customers fetch and send mail, encrypted from the first octet (RFC 8314); the same as in their SRV records. */
export const mailServices = ({ mailHost, appUrl }: Pick<Platform, "mailHost" | "appUrl">) => ({
  incoming: { host: mailHost, port: 993 },
  outgoing: { host: mailHost, port: 465 },
  webmail: `${appUrl}/mail`,
});

export type MailServices = ReturnType<typeof mailServices>;
