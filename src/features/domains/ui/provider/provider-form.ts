import type { DomainRecord } from "../../schema";
import type { DnsProviderId } from "../../schema/provider";

/** How a DNS provider's form asks for a record. The names of its fields are its own and are not translated. */
export type ProviderForm = {
  name: string;
  nameField: string;
  valueField: string;
  priorityField: string;
  /** What to type as the name of the domain itself; empty: leave the field empty. */
  apex: "@" | "";
  /** TXT values are typed in quotation marks, in strings of 255 characters. */
  hasQuotes?: true;
  /** Host names end with a dot, or the zone is appended to them. */
  hasDot?: true;
  /** The priority of an MX record stands in front of its value. */
  hasPriorityInValue?: true;
  /** The page of the domain's records; `{domain}` is its name. */
  url?: string;
  /** There is a sentence on what to look out for: `guide.trap_<id>`. */
  hasTrap?: true;
};

const english = { nameField: "Name", valueField: "Value", priorityField: "Priority", apex: "@" } as const;

/** As most forms are. */
export const otherProvider: ProviderForm = { name: "", ...english };

export const providerForms: Record<DnsProviderId, ProviderForm> = {
  cloudflare: {
    ...{ ...english, name: "Cloudflare", valueField: "Content / Target", hasTrap: true },
    url: "https://dash.cloudflare.com/?to=/:account/{domain}/dns/records",
  },
  godaddy: { ...english, name: "GoDaddy", url: "https://dcc.godaddy.com/control/dnsmanagement?domainName={domain}" },
  namecheap: {
    ...{ ...english, name: "Namecheap", nameField: "Host", hasTrap: true },
    url: "https://ap.www.namecheap.com/Domains/DomainControlPanel/{domain}/advancedns",
  },
  ionos: { ...english, name: "IONOS", nameField: "Host name", valueField: "Value / Points to", hasTrap: true },
  route53: {
    ...{ ...english, name: "Amazon Route 53", nameField: "Record name", apex: "" },
    ...{ hasQuotes: true, hasPriorityInValue: true, hasTrap: true },
    url: "https://console.aws.amazon.com/route53/v2/hostedzones",
  },
  squarespace: {
    ...{ ...english, name: "Squarespace", nameField: "Host", valueField: "Data" },
    url: "https://account.squarespace.com/domains/managed/{domain}/dns/dns-settings",
  },
  google_cloud: {
    ...{ ...english, name: "Google Cloud DNS / Squarespace", nameField: "DNS name / Host", valueField: "Data" },
    ...{ apex: "", hasDot: true, hasTrap: true },
  },
  ovh: {
    ...{ ...english, name: "OVHcloud", nameField: "Sub-domain", valueField: "Target / Value", apex: "" },
    ...{ hasDot: true, hasTrap: true },
    url: "https://www.ovh.com/manager/#/web/domain/{domain}/zone",
  },
  gandi: {
    ...{ ...english, name: "Gandi", valueField: "Value / Hostname", hasDot: true, hasTrap: true },
    url: "https://admin.gandi.net/domain",
  },
  hetzner: { ...english, name: "Hetzner", hasDot: true, hasTrap: true, url: "https://console.hetzner.com" },
  digitalocean: {
    ...{ ...english, name: "DigitalOcean", nameField: "Hostname", hasDot: true, hasTrap: true },
    url: "https://cloud.digitalocean.com/networking/domains/{domain}",
  },
  strato: {
    ...{ name: "STRATO", nameField: "Präfix", valueField: "Wert", priorityField: "Priorität", apex: "" },
    ...{ hasDot: true, hasTrap: true },
    url: "https://www.strato.de/apps/CustomerService",
  },
  all_inkl: {
    ...{ name: "ALL-INKL.COM", nameField: "Name", valueField: "Data", priorityField: "Prio", apex: "" },
    url: "https://kas.all-inkl.com",
  },
  netcup: {
    ...{ name: "netcup", nameField: "Host", valueField: "Destination", priorityField: "MX Priority", apex: "@" },
    url: "https://www.customercontrolpanel.de",
  },
  porkbun: {
    ...{ ...english, name: "Porkbun", nameField: "Host", valueField: "Answer", apex: "", hasTrap: true },
    url: "https://porkbun.com/account/domainsSpeedy",
  },
};

type TypedRecord = { name: string; value: string; priority: string | null };

const maxStringLength = 255;

/** A TXT value as forms want it that take the text of a zone file (RFC 1035 section 5.1). */
const quoted = (value: string): string =>
  (value.match(new RegExp(`[^]{1,${maxStringLength}}`, "g")) ?? [""])
    .map((part) => `"${part.replaceAll(/["\\]/g, String.raw`\$&`)}"`)
    .join(" ");

/** The value that is right to publish: the edited one where the plain one is not. */
export const valueToPublish = ({ value, fix }: Pick<DomainRecord, "value" | "fix">): string => fix?.value ?? value;

/** What to type into the fields of a form; `zone` is where names are counted from. */
export function typedInto(
  form: ProviderForm,
  record: Pick<DomainRecord, "name" | "type" | "value" | "fix">,
  zone: string,
): TypedRecord {
  const isBelow = record.name.endsWith(`.${zone}`);
  const name = record.name === zone ? form.apex : isBelow ? record.name.slice(0, -zone.length - 1) : record.name;
  const value = valueToPublish(record);
  if (record.type === "TXT") return { name, value: form.hasQuotes ? quoted(value) : value, priority: null };
  const dotted = form.hasDot && !value.endsWith(".") ? `${value}.` : value;
  const [, priority = null, host = dotted] = record.type === "MX" ? (/^(\d+)\s+(.+)$/.exec(dotted) ?? []) : [];
  return form.hasPriorityInValue ? { name, value: dotted, priority: null } : { name, value: host, priority };
}
