import { type Answer, AUTHORITATIVE_ANSWER, type DecodedPacket, type Packet } from "dns-packet";
import { normaliseName } from "./dns-answer";
import type { ZoneRecord } from "./zone-files";

const rcodes = { noError: 0, notImplemented: 4, nameError: 3 } as const;
const negativeTtlSeconds = 1;
const maxStringBytes = 255;

const soa: Answer = {
  type: "SOA",
  name: "test",
  ttl: negativeTtlSeconds,
  data: {
    mname: "ns.test",
    rname: "hostmaster.test",
    serial: 1,
    refresh: 3600,
    retry: 600,
    expire: 86_400,
    minimum: negativeTtlSeconds,
  },
};

/** One string of a TXT record holds at most 255 bytes (RFC 1035 section 3.3.14). */
function splitStrings(value: string): Buffer[] {
  const bytes = Buffer.from(value);
  const count = Math.max(1, Math.ceil(bytes.length / maxStringBytes));
  return Array.from({ length: count }, (_, index) =>
    bytes.subarray(index * maxStringBytes, (index + 1) * maxStringBytes),
  );
}

/** Presentation form to what `dns-packet` encodes. */
export const dataOf = {
  A: (value) => value,
  AAAA: (value) => value,
  CNAME: (value) => value,
  NS: (value) => value,
  TXT: splitStrings,
  MX: (value) => {
    const [preference, exchange] = value.split(" ");
    return { preference: Number(preference), exchange: exchange ?? "." };
  },
  SRV: (value) => {
    const [priority, weight, port, target] = value.split(" ");
    return { priority: Number(priority), weight: Number(weight), port: Number(port), target: target ?? "." };
  },
} satisfies Record<ZoneRecord["type"], (value: string) => unknown>;

const toAnswer = ({ name, type, value, ttlSeconds }: ZoneRecord): Answer =>
  ({ name, type, ttl: ttlSeconds, class: "IN", data: dataOf[type](value) }) as Answer;

/**
 * Answers as the authority for all of `.test`, and for a world in which nothing else exists, so that mail to other names comes back at
 * once instead of waiting for days: aliases are followed inside it, a name with only names below it exists (RFC 8020).
 */
export function replyFromZone(query: DecodedPacket, records: ZoneRecord[]): Packet {
  const question = query.questions?.[0];
  const reply = (rcode: number, answers: Answer[] = [], authorities: Answer[] = []): Packet => ({
    type: "response",
    id: query.id ?? 0,
    flags: AUTHORITATIVE_ANSWER | rcode,
    questions: query.questions ?? [],
    answers,
    authorities,
  });
  if (!question) return reply(rcodes.notImplemented);
  let owner = normaliseName(question.name);
  if (owner !== "test" && !owner.endsWith(".test")) return reply(rcodes.nameError);
  if (owner === "test" && question.type === "SOA") return reply(rcodes.noError, [soa]);
  const answers: Answer[] = [];
  while (answers.length < 10) {
    const here = records.filter((record) => record.name === owner);
    const wanted = here.filter((record) => record.type === question.type);
    if (wanted.length > 0) return reply(rcodes.noError, [...answers, ...wanted.map(toAnswer)]);
    const alias = here.find((record) => record.type === "CNAME");
    if (!alias) break;
    answers.push(toAnswer(alias));
    owner = alias.value;
  }
  const exists = owner === "test" || records.some(({ name }) => name === owner || name.endsWith(`.${owner}`));
  return reply(exists || !owner.endsWith(".test") ? rcodes.noError : rcodes.nameError, answers, [soa]);
}
