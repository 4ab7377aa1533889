import type { SMTPServerDataStream } from "smtp-server";
import { SmtpFailure } from "./smtp-failure";

/**
 * Collects the DATA of one message. Throws `SmtpFailure` 552 when it is larger than the server's `size`, which the library only
 * advertises; the rest of such a message is read and thrown away.
 */
export async function readMessage(stream: SMTPServerDataStream): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) if (!stream.sizeExceeded) chunks.push(chunk as Uint8Array);
  if (stream.sizeExceeded) throw new SmtpFailure(552, "5.3.4 Message too big for system");
  return Buffer.concat(chunks);
}
