import { domainToASCII } from "node:url";
import { AppError } from "~/lib/errors";
import { longestAddress, parseLocalPart } from "~/lib/local-part";

/** The name before the @ as it is kept, from what somebody typed, with the domain behind it or without. Throws `user.address_invalid`. */
export function requireLocalPart(typed: string, domainName: string): string {
  const text = typed.trim();
  const at = text.lastIndexOf("@");
  const isHere = at < 0 || domainToASCII(text.slice(at + 1).normalize("NFC")) === domainName;
  const localPart = isHere ? parseLocalPart(at < 0 ? text : text.slice(0, at)) : null;
  if (localPart && localPart.length + 1 + domainName.length <= longestAddress) return localPart;
  throw new AppError("user.address_invalid", {
    issues: [{ path: "localPart", message: "users.issue_address_invalid" }],
  });
}
