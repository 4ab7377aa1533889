import type { Comparison } from "./verdict";

export type MailServer = { text: string; preference: number; host: string };

/** Reads `10 mx1.acme.org`. Whatever follows the first blank is the host: a priority that was typed into the name stays in it. */
export function parseMx(text: string): MailServer {
  const [preference, ...host] = text.split(" ");
  return { text, preference: Number(preference), host: host.join(" ") || "." };
}

/** Those of the MX records that are ours, and those that are not. */
export function mailServersOf(
  records: string[],
  { wanted, platform }: Comparison,
): { ours: MailServer[]; others: MailServer[] } {
  const wantedHosts = wanted.filter(({ purpose }) => purpose === "mx").map(({ value }) => parseMx(value).host);
  const our = new Set([...wantedHosts, ...platform.mxHosts]);
  const servers = records.map(parseMx);
  return { ours: servers.filter(({ host }) => our.has(host)), others: servers.filter(({ host }) => !our.has(host)) };
}
