export type SetupRole = "autoconfig" | "autodiscover" | "mta-sts" | "domain";

/** What a customer's host name is for, and of which domain. */
export type SetupHost = { role: SetupRole; domain: string };

const roles: Exclude<SetupRole, "domain">[] = ["autoconfig", "autodiscover", "mta-sts"];

/** Reads a host name, without a port: one of the three names below a domain that point to us, or the domain itself. */
export function readSetupHost(hostname: string): SetupHost {
  const host = hostname.toLowerCase().replace(/\.$/, "");
  const role = roles.find((one) => host.startsWith(`${one}.`));
  return role ? { role, domain: host.slice(role.length + 1) } : { role: "domain", domain: host };
}
