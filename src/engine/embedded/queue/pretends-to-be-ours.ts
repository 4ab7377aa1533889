/**
 * Whether an Authentication-Results field names this server anywhere. Comments may nest and hold anything (RFC 8601 section 2.2), so
 * a reader and a filter that look for the authserv-id proper can disagree; taking away one field too many harms nobody.
 */
function namesUs(value: string, hostname: string): boolean {
  const words = value
    .toLowerCase()
    .replaceAll("\\", "")
    .split(/[^a-z0-9._-]+/);
  return words.some((word) => word.replace(/\.$/, "") === hostname.toLowerCase());
}

/** Picks the verdicts that somebody else wrote in our name: only the field that we put on top ourselves may say so. */
export const pretendsToBeOurs =
  (hostname: string) =>
  (name: string, value: string): boolean =>
    name === "authentication-results" && namesUs(value, hostname);
