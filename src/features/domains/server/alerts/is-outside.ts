import { domainToASCII } from "node:url";

/** Whether mail to an address goes its way without any of `domains` (A-labels), or a name below one of them, having to work. */
export function isOutside(email: string, domains: readonly string[]): boolean {
  const typed = email.slice(email.lastIndexOf("@") + 1);
  const host = domainToASCII(typed) || typed.toLowerCase();
  return !domains.some((name) => host === name || host.endsWith(`.${name}`));
}
