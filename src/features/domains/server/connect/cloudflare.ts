import { z } from "zod";
import { guardedFetch } from "~/server/guarded-fetch/guarded-fetch";
import type { TargetRules } from "~/server/guarded-fetch/target-rules";
import { asciiName, CloudflareRecord, fromCloudflare, toCloudflare } from "./cloudflare-record";
import { type DnsProvider, ProviderError, type ProviderFailure } from "./dns-provider";

export const cloudflareUrl = "https://api.cloudflare.com/client/v4";

export type CloudflareAccess = {
  token: string;
  rules: TargetRules;
  baseUrl?: string;
};

type Method = "GET" | "POST" | "PATCH" | "DELETE";

const Reply = z.object({
  success: z.boolean(),
  errors: z.array(z.object({ code: z.int(), message: z.string() })).default([]),
  result: z.unknown().optional(),
  result_info: z.object({ page: z.int(), total_pages: z.int() }).nullish(),
});
type Reply = z.infer<typeof Reply>;

const Zones = z.array(
  z.object({
    id: z.string(),
    name: z.string(),
    status: z.string().optional(),
    permissions: z.array(z.string()).optional(),
  }),
);
const Created = z.object({ id: z.string() });

/** Cloudflare's numbers for what goes wrong, as far as they tell more than the HTTP status. */
const failures: Record<number, ProviderFailure> = {
  ...{ 6003: "refused", 6111: "refused", 9103: "refused", 9106: "refused", 9109: "refused", 10_000: "refused" },
  ...{ 7003: "zone_not_found", 1049: "zone_not_found", 81_044: "record_gone" },
  ...{ 81_053: "in_the_way", 81_054: "in_the_way", 81_055: "in_the_way", 81_056: "in_the_way" },
  ...{ 81_057: "in_the_way", 81_058: "in_the_way" },
};

const pageSize = 100;
/** A zone with more records than this is not read: 5,000 is past what any plan for mail needs. */
const maxPages = 50;
const maxBytes = 2_000_000;
const tries = 3;
const maxWaitMs = 10_000;

function failureOf(status: number, { errors }: Pick<Reply, "errors">): ProviderFailure {
  const known = errors.map(({ code }) => failures[code]).find(Boolean);
  if (status === 429) return "too_many";
  if (known) return known;
  if (status === 401 || status === 403) return "refused";
  if (status === 404) return "record_gone";
  return status >= 500 ? "unavailable" : "not_taken";
}

/** Zones at Cloudflare by way of its interface (API v4). The token needs "DNS: Edit" and "Zone: Read" for the one zone; it travels in one header and nowhere else. */
export function createCloudflare({ token, rules, baseUrl = cloudflareUrl }: CloudflareAccess): DnsProvider {
  async function send(method: Method, path: string, body?: object) {
    const headers = { authorization: `Bearer ${token}`, accept: "application/json" };
    const sent = body
      ? { headers: { ...headers, "content-type": "application/json" }, body: JSON.stringify(body) }
      : { headers };
    return guardedFetch(`${baseUrl}${path}`, rules, { method, maxBytes, ...sent }).catch((error: unknown) => {
      throw new ProviderError("unavailable", "Cloudflare could not be reached", { cause: error });
    });
  }

  async function call(method: Method, path: string, body?: object): Promise<Reply> {
    for (let left = tries; ; left--) {
      const { status, headers, body: text } = await send(method, path, body);
      if (status === 429 && left > 1) {
        const seconds = Number(headers["retry-after"] ?? 1);
        await Bun.sleep(Math.min(maxWaitMs, Number.isFinite(seconds) ? seconds * 1000 : 1000));
        continue;
      }
      const reply = readReply(text);
      if (status < 300 && reply?.success) return reply;
      const failure = failureOf(status, reply ?? { errors: [] });
      const codes = reply?.errors.map(({ code }) => code).join(", ") ?? "";
      throw new ProviderError(failure, `Cloudflare answered ${status} (${codes})`);
    }
  }

  const recordsAt = (zoneId: string) => `/zones/${encodeURIComponent(zoneId)}/dns_records`;
  const recordAt = (zoneId: string, id: string) => `${recordsAt(zoneId)}/${encodeURIComponent(id)}`;

  return {
    async findZone(domain) {
      const labels = domain.split(".");
      for (let at = 0; at < labels.length - 1; at++) {
        const name = labels.slice(at).join(".");
        const { result } = await call("GET", `/zones?name=${encodeURIComponent(name)}&per_page=5`);
        const zone = parse(Zones, result).find((one) => asciiName(one.name) === name);
        if (!zone) continue;
        const { id, permissions, status = "active" } = zone;
        if (permissions?.length && !permissions.includes("#dns_records:edit"))
          throw new ProviderError("refused", "the token may not change this zone");
        if (status !== "active") throw new ProviderError("zone_inactive", `the zone is ${status}`);
        return { id, name };
      }
      throw new ProviderError("zone_not_found", `the token reaches no zone for ${domain}`);
    },
    async listRecords({ id }) {
      const records: CloudflareRecord[] = [];
      for (let page = 1; page <= maxPages; page++) {
        const { result, result_info: info } = await call("GET", `${recordsAt(id)}?page=${page}&per_page=${pageSize}`);
        records.push(...parse(z.array(CloudflareRecord), result));
        if (page >= (info?.total_pages ?? 1)) return records.map(fromCloudflare);
      }
      throw new ProviderError("not_taken", "the zone has too many records");
    },
    async create({ id }, record) {
      return parse(Created, (await call("POST", recordsAt(id), toCloudflare(record))).result).id;
    },
    async replace(zone, id, record) {
      // Not as a whole: tags and settings that the owner gave the record stay.
      await call("PATCH", recordAt(zone.id, id), toCloudflare(record));
    },
    async remove(zone, id) {
      await call("DELETE", recordAt(zone.id, id));
    },
  };
}

function readReply(text: Buffer): Reply | undefined {
  try {
    return Reply.safeParse(JSON.parse(text.toString("utf8"))).data;
  } catch {
    return undefined;
  }
}

function parse<T>(schema: z.ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new ProviderError("unavailable", "Cloudflare answered in another form than it says");
  return parsed.data;
}
