import type { Relay } from "../../queue/queue";
import { withFields, withoutFields } from "../../queue/raw-message";
import type { Delivery, Directory } from "../../seams";

/**
 * A message as it is sent on. The envelope's sender stays who it was (RFC 5228 section 4.2), so failures go back to the author; `Delivered-To`
 * is how a message that comes round again is known.
 */
export function toRedirected(
  { accountId, raw, envelope }: Delivery,
  address: string,
  directory: Pick<Directory, "findAccount">,
): Relay {
  const own = directory.findAccount(accountId)?.emailAddress ?? "";
  const clean = withoutFields(raw, (name) => name === "return-path");
  return {
    returnPath: envelope?.from ?? "",
    recipients: [address],
    raw: withFields(clean, `Delivered-To: ${own}\r\n`),
    remoteIp: "127.0.0.1",
  };
}
