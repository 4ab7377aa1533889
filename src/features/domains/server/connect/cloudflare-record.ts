import { domainToASCII } from "node:url";
import { z } from "zod";
import { txtStrings } from "~/lib/zone-file";
import { normaliseName } from "../dns/dns-answer";
import type { NewRecord, ProviderRecord } from "./dns-provider";

const Srv = z.object({ priority: z.int(), weight: z.int(), port: z.int(), target: z.string() });

/** A record as Cloudflare's interface shows it (API v4, `dns_records`). */
export const CloudflareRecord = z.object({
  ...{ id: z.string(), type: z.string(), name: z.string(), content: z.string().default(""), ttl: z.int() },
  priority: z.int().nullish(),
  proxied: z.boolean().nullish(),
  comment: z.string().nullish(),
  data: z.unknown().optional(),
});
export type CloudflareRecord = z.infer<typeof CloudflareRecord>;

/** Labels with an underscore or an asterisk are no host names, and are left as they are. */
export const asciiName = (name: string): string => normaliseName(domainToASCII(name) || name);
const hostOf = (name: string) => asciiName(name) || ".";

const strings = /^\s*"(?:[^"\\]|\\.)*"(?:\s+"(?:[^"\\]|\\.)*")*\s*$/;
const quoted = /"((?:[^"\\]|\\.)*)"/g;
const pieces = /\\(\d{3})|\\(.)|[^\\]+/gs;

/** A TXT record stands there as one text, or in quotation marks, in several strings where it is long. */
function textOf(content: string): string {
  if (!strings.test(content)) return content;
  const inner = Array.from(content.matchAll(quoted), ([, text]) => text).join("");
  const bytes = Array.from(inner.matchAll(pieces), ([whole, code, sign]) =>
    code ? Buffer.of(Number(code) & 0xff) : Buffer.from(sign ?? whole),
  );
  return Buffer.concat(bytes).toString("utf8");
}

function valueOf({ type, content, priority, data }: CloudflareRecord): string {
  if (type === "TXT") return textOf(content);
  if (type === "MX") return `${priority ?? 0} ${hostOf(content)}`;
  if (type === "CNAME" || type === "NS") return hostOf(content);
  if (type !== "SRV") return content;
  const srv = Srv.safeParse(data).data;
  if (srv) return `${srv.priority} ${srv.weight} ${srv.port} ${hostOf(srv.target)}`;
  const [target = "", ...numbers] = content.trim().split(/\s+/).toReversed();
  return [priority ?? 0, ...numbers.toReversed().slice(-2), hostOf(target)].join(" ");
}

export function fromCloudflare(record: CloudflareRecord): ProviderRecord {
  const { id, type, ttl, proxied, comment } = record;
  return {
    ...{ id, name: asciiName(record.name), type, value: valueOf(record), ttlSeconds: ttl },
    ...(proxied ? { isProxied: true } : {}),
    ...(comment ? { comment } : {}),
  };
}

const withProxy = new Set(["A", "AAAA", "CNAME"]);

/** The body that makes a record. Nothing of ours stands behind Cloudflare's proxy: it would answer with its own addresses. */
export function toCloudflare({ name, type, value, ttlSeconds, isProxied = false, comment }: NewRecord) {
  const shared = { name, type, ttl: ttlSeconds, comment: comment ?? "" };
  if (type === "TXT") return { ...shared, content: txtStrings(value) };
  const [first, ...rest] = value.split(" ");
  if (type === "MX") return { ...shared, priority: Number(first), content: rest.join(" ") };
  if (type === "SRV") {
    const [weight, port, target] = rest;
    const data = { priority: Number(first), weight: Number(weight), port: Number(port), target };
    return { ...shared, data };
  }
  return { ...shared, content: value, ...(withProxy.has(type) ? { proxied: isProxied } : {}) };
}
