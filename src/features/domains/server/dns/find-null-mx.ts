import type { Finding } from "../../schema/findings";
import type { Comparison } from "./verdict";

/** A domain that only sends needs no MX records, but one that says "no mail at all" is refused as a sender too (RFC 7505 section 4.2). */
export function findNullMx({ domain, wanted, ask }: Comparison): Finding[] {
  if (wanted.some(({ purpose }) => purpose === "mx")) return [];
  const answer = ask(domain, "MX");
  const value = answer.status === "found" ? answer.records.find((text) => text.endsWith(" .")) : undefined;
  if (value === undefined) return [];
  return [
    { code: "null_mx_sends", kind: "remove", vars: { name: domain }, record: { name: domain, type: "MX", value } },
  ];
}
