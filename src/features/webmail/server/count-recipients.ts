import type { OutgoingContent, Recipient } from "../schema/outgoing";

type Addressed = Pick<OutgoingContent, "to" | "cc" | "bcc">;

const emailOf = (recipient: Recipient): string => (typeof recipient === "string" ? recipient : recipient.email);

/** Everybody a message is addressed to. */
export const emailsOf = ({ to, cc, bcc }: Addressed): string[] => [...to, ...cc, ...bcc].map(emailOf);

/** How many a message is addressed to: what every limit on sending counts. */
export const recipientsOf = ({ to, cc, bcc }: Addressed): number => to.length + cc.length + bcc.length;
