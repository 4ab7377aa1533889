import { encode } from "uqr";
import type { MailboxLink } from "../../schema/access";

/** A link for whoever passes it on: as text and as a picture for a phone's camera. */
export function showLink(link: string, expiresAt: Date, mailedTo: string | null): MailboxLink {
  return { link, picture: qrRows(link), mailedTo, expiresAt: expiresAt.toISOString() };
}

/** Rows of a QR code: `1` is dark. */
export const qrRows = (text: string): string[] =>
  encode(text, { ecc: "M", border: 2 }).data.map((row) => row.map((isDark) => (isDark ? "1" : "0")).join(""));
