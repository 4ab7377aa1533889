import type { DeliveryOutcome } from "./delivery-outcome";
import { mailDate } from "./mail-date";
import { headerBlock } from "./raw-message";

const enhancedCode = (text: string): string => /^(\d\.\d{1,3}\.\d{1,3})\b/.exec(text)?.[1] ?? "5.0.0";

/** Nothing that a peer answered may start a line of its own. */
const oneLine = (text: string): string =>
  text
    .replace(/[\r\n\0]+/g, " ")
    .replace(/[^\x20-\x7e]/g, "?")
    .slice(0, 900);

/** A delivery status notification for recipients that failed for good (RFC 3464), to be sent with the null return path. */
export function createBounce(options: {
  hostname: string;
  to: string;
  envId: string | null;
  raw: Uint8Array;
  failures: readonly DeliveryOutcome[];
  id: string;
  at: Date;
}): Uint8Array {
  const { hostname, to, envId, raw, failures, id, at } = options;
  const boundary = `report-${id}`;
  const explained = failures.map(
    ({ address, hostname: by, code, text }) => `  <${address}>\r\n    (${by} answered: ${code} ${oneLine(text)})`,
  );
  const reports = failures.map(({ address, hostname: by, code, text }) =>
    [
      `Final-Recipient: rfc822;${address}`,
      "Action: failed",
      `Status: ${enhancedCode(text)}`,
      `Remote-MTA: dns;${by}`,
      `Diagnostic-Code: smtp;${code} ${oneLine(text)}`,
    ].join("\r\n"),
  );
  const lines = [
    `From: Mail Delivery Subsystem <MAILER-DAEMON@${hostname}>`,
    `To: <${to}>`,
    "Subject: Your message could not be delivered",
    `Date: ${mailDate(at)}`,
    `Message-ID: <${id}@${hostname}>`,
    "Auto-Submitted: auto-replied",
    "MIME-Version: 1.0",
    `Content-Type: multipart/report; report-type=delivery-status; boundary="${boundary}"`,
    "",
    `--${boundary}`,
    "Content-Type: text/plain; charset=utf-8",
    "",
    "Your message could not be delivered to these recipients:",
    "",
    ...explained,
    "",
    "It will not be tried again.",
    "",
    `--${boundary}`,
    "Content-Type: message/delivery-status",
    "",
    `Reporting-MTA: dns;${hostname}`,
    ...(envId ? [`Original-Envelope-Id: ${oneLine(envId)}`] : []),
    `Arrival-Date: ${mailDate(at)}`,
    "",
    reports.join("\r\n\r\n"),
    "",
    `--${boundary}`,
    "Content-Type: text/rfc822-headers",
    "",
  ];
  return Buffer.concat([
    Buffer.from(`${lines.join("\r\n")}\r\n`, "utf8"),
    Buffer.from(headerBlock(raw), "latin1"),
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ]);
}
