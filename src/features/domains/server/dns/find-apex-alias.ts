import type { Finding } from "../../schema/findings";
import type { Comparison } from "./verdict";

/** An alias where MX and TXT records have to stand: nothing may stand beside it (RFC 1034 section 3.6.2). */
export function findApexAlias({ domain, ask }: Comparison): Finding[] {
  const mail = ask(domain, "MX");
  const alias = mail.status === "unknown" ? undefined : mail.aliases[0];
  if (!alias) return [];
  const record = { name: domain, type: "CNAME", value: alias };
  return [{ code: "apex_alias", kind: "remove", vars: { name: domain, alias }, record }];
}
