import type { Finding } from "../../schema/findings";
import { mailServersOf } from "./mail-server";
import type { Comparison } from "./verdict";

/** Selectors under which mail hosts sign for their customers; senders of newsletters are not among them, since they stay in use after a move. */
const providers: { provider: string; selectors: string[] }[] = [
  { provider: "Microsoft 365", selectors: ["selector1", "selector2"] },
  { provider: "Google Workspace", selectors: ["google"] },
  { provider: "Fastmail", selectors: ["fm1", "fm2", "fm3"] },
  { provider: "Proton Mail", selectors: ["protonmail", "protonmail2", "protonmail3"] },
  { provider: "Migadu", selectors: ["key1", "key2", "key3"] },
  { provider: "Zoho Mail", selectors: ["zmail"] },
  { provider: "cPanel", selectors: ["default"] },
];

/** Keys of the mail host before us, once mail comes here alone: until then they are in use. The first selector of a host speaks for the others. */
export function findOldKeys(comparison: Comparison): Finding[] {
  const { domain, wanted, ask } = comparison;
  const mail = ask(domain, "MX");
  const { ours, others } = mailServersOf(mail.status === "found" ? mail.records : [], comparison);
  if (ours.length === 0 || others.length > 0) return [];
  const nameOf = (selector: string) => `${selector}._domainkey.${domain}`;
  return providers.flatMap(({ provider, selectors: [first = "", ...more] }) => {
    const found = findKey(nameOf(first));
    const names = found ? [nameOf(first), ...more.map(nameOf)] : [];
    return names.flatMap((name) => {
      const record = wanted.some((one) => one.name === name) ? undefined : findKey(name);
      return record ? [{ code: "old_dkim" as const, kind: "remove" as const, vars: { name, provider }, record }] : [];
    });
  });

  function findKey(name: string): Finding["record"] {
    const key = ask(name, "TXT");
    if (key.status === "unknown") return null;
    const [alias] = key.aliases;
    if (alias) return alias.endsWith(`.${domain}`) ? null : { name, type: "CNAME", value: alias };
    const value = key.status === "found" ? key.records.find((text) => /\bp=[A-Za-z0-9+/]/.test(text)) : undefined;
    return value === undefined ? null : { name, type: "TXT", value };
  }
}
