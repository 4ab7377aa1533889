import type { Answer, SoaData } from "dns-packet";
import { type DnsAnswer, type ExtendedError, normaliseName, type RecordType, type UnknownReason } from "./dns-answer";
import { ExchangeError, type Reply } from "./dns-exchange";
import { toRecordText } from "./record-text";

/** One question, its answer not kept: "check again" must see what is published now. */
export type DirectAnswer = {
  answer: DnsAnswer;
  /** Where the alias chain ended without the wanted type. */
  follow?: string;
  /** The server speaks for the zone itself. */
  isAuthoritative?: boolean;
};

const maxRecords = 100;
const maxAliases = 10;
const maxWords = 200;
const extendedErrorOption = 15;
const failures: Record<string, UnknownReason> = { SERVFAIL: "ESERVFAIL", REFUSED: "EREFUSED" };

/** What a reply says of a name and type. Throws `ExchangeError` when it says neither yes nor no. */
export function readReply(reply: Reply, name: string, type: RecordType): DirectAnswer {
  const rcode = reply.rcode ?? "NOERROR";
  if (rcode !== "NOERROR" && rcode !== "NXDOMAIN")
    throw new ExchangeError(failures[rcode] ?? "EBADRESP", findExtendedError(reply));
  const all = reply.answers ?? [];
  const { owner, aliases } = followAliases(all, name, type);
  const own = all.filter((answer) => answer.type === type && normaliseName(answer.name) === owner).slice(0, maxRecords);
  const records = own.flatMap((answer) => toRecordText(answer) ?? []);
  const isAuthoritative = reply.flag_aa;
  const authenticated = reply.flag_ad;
  if (records.length > 0) {
    const ttlSeconds = Math.min(...own.map(ttlOf));
    return { answer: { status: "found", records, ttlSeconds, aliases, authenticated }, isAuthoritative };
  }
  const no = { status: "absent", aliases, authenticated, ...negativeTtl(reply) } as const;
  if (rcode === "NXDOMAIN") return { answer: { ...no, reason: "ENOTFOUND" }, isAuthoritative };
  if (isReferral(reply)) throw new ExchangeError("ELAME");
  const answer: DnsAnswer = { ...no, reason: "ENODATA" };
  return { answer, isAuthoritative, ...(aliases.length > 0 && { follow: owner }) };
}

const ttlOf = (answer: Answer): number => ("ttl" in answer ? (answer.ttl ?? 0) : 0);

/** A "no" is kept for the lesser of the zone's SOA's own time and its last number (RFC 2308 section 5). */
function negativeTtl(reply: Reply): { negativeTtlSeconds?: number } {
  const soa = reply.authorities?.find(({ type }) => type === "SOA");
  if (!soa || !("data" in soa)) return {};
  return { negativeTtlSeconds: Math.min(ttlOf(soa), (soa.data as SoaData).minimum ?? 0) };
}

/** The first extended error of the reply (RFC 8914 section 2): a code of two bytes, then words that a stranger wrote. */
function findExtendedError(reply: Reply): ExtendedError | undefined {
  const opt = reply.additionals?.find(({ type }) => type === "OPT");
  const options = opt && "options" in opt ? opt.options : [];
  const data = options.find(({ code }) => Number(code) === extendedErrorOption)?.data;
  if (!data || data.length < 2) return undefined;
  const words = data.subarray(2).toString("utf8").replaceAll(/\p{C}/gu, "").slice(0, maxWords);
  return { code: data.readUInt16BE(), text: words };
}

/** Neither an answer nor "no": the server only knows whom to ask, which for us means that it is the wrong one. */
const isReferral = (reply: Reply): boolean =>
  !reply.flag_aa && !reply.answers?.length && Boolean(reply.authorities?.some(({ type }) => type === "NS"));

function followAliases(answers: Answer[], name: string, type: RecordType): { owner: string; aliases: string[] } {
  const aliases: string[] = [];
  let owner = normaliseName(name);
  while (type !== "CNAME" && aliases.length < maxAliases) {
    const alias = answers.find((answer) => answer.type === "CNAME" && normaliseName(answer.name) === owner);
    if (!alias) break;
    owner = toRecordText(alias) ?? owner;
    aliases.push(owner);
  }
  return { owner, aliases };
}
