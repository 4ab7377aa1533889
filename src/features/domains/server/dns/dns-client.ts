import { randomInt } from "node:crypto";
import { AUTHENTIC_DATA, type Answer, CHECKING_DISABLED, encode, RECURSION_DESIRED } from "dns-packet";
import { type DnsAnswer, normaliseName, type RecordType, type UnknownReason } from "./dns-answer";
import { type Exchange, ExchangeError, exchangeOverTcp, exchangeOverUdp, type Reply } from "./dns-exchange";
import { toRecordText } from "./record-text";
import type { ServerAddress } from "./server-address";

export type DnsClientOptions = {
  /** Asked in this order until one knows. */
  servers: ServerAddress[];
  /** For one server, one time. */
  timeoutMs?: number;
  /** Rounds over all servers. */
  tries?: number;
  /** Asks validating resolvers to answer although DNSSEC says no (RFC 4035 section 3.2.2). */
  ignoreDnssec?: boolean;
  /** False for servers that are asked about their own zones. */
  isRecursive?: boolean;
};

/** One question, its answer not kept: "check again" must see what is published now. */
export type DirectAnswer = {
  answer: DnsAnswer;
  /** Where the alias chain ended without the wanted type. */ follow?: string;
};

const ednsSize = 1232;
const maxRecords = 100;
const maxAliases = 10;

/**
 * Asks DNS servers directly. Never rejects: what could not be asked is `unknown`. Bun's own resolver is not used because it splits the strings of
 * a TXT record into records, hides the difference between "no such name" and "no such record", and answers from a cache.
 */
export function createDnsClient({
  servers,
  timeoutMs = 2000,
  tries = 2,
  ignoreDnssec = false,
  isRecursive = true,
}: DnsClientOptions) {
  return async function askOnce(name: string, type: RecordType): Promise<DirectAnswer> {
    let reason: UnknownReason = "ETIMEOUT";
    for (let round = 0; round < tries; round++) {
      for (const server of servers) {
        try {
          return readReply(await exchange(server, name, type), name, type);
        } catch (error) {
          if (!(error instanceof ExchangeError)) throw error;
          reason = error.reason;
        }
      }
    }
    return { answer: { status: "unknown", reason } };
  };

  async function exchange(server: ServerAddress, name: string, type: RecordType): Promise<Reply> {
    const id = randomInt(0x10000);
    const query = encode({
      type: "query",
      id,
      flags: (isRecursive ? RECURSION_DESIRED : 0) | AUTHENTIC_DATA | (ignoreDnssec ? CHECKING_DISABLED : 0),
      questions: [{ name, type, class: "IN" }],
      additionals: [
        {
          type: "OPT",
          name: ".",
          udpPayloadSize: ednsSize,
          extendedRcode: 0,
          ednsVersion: 0,
          flags: 0,
          flag_do: false,
          options: [],
        },
      ],
    });
    const accepts = (reply: Reply) => {
      const question = reply.questions?.[0];
      return (
        reply.flag_qr &&
        reply.id === id &&
        question?.type === type &&
        normaliseName(question.name) === normaliseName(name)
      );
    };
    const request: Exchange = { server, query, timeoutMs, accepts };
    const reply = await exchangeOverUdp(request);
    return reply.flag_tc ? exchangeOverTcp(request) : reply;
  }
}

const failures: Record<string, UnknownReason> = { SERVFAIL: "ESERVFAIL", REFUSED: "EREFUSED" };

function readReply(reply: Reply, name: string, type: RecordType): DirectAnswer {
  const rcode = reply.rcode ?? "NOERROR";
  if (rcode !== "NOERROR" && rcode !== "NXDOMAIN") throw new ExchangeError(failures[rcode] ?? "EBADRESP");
  const all = reply.answers ?? [];
  const { owner, aliases } = followAliases(all, name, type);
  const own = all.filter((answer) => answer.type === type && normaliseName(answer.name) === owner).slice(0, maxRecords);
  const records = own.flatMap((answer) => toRecordText(answer) ?? []);
  const authenticated = reply.flag_ad;
  if (records.length > 0) {
    const ttlSeconds = Math.min(...own.map((answer) => ("ttl" in answer ? (answer.ttl ?? 0) : 0)));
    return { answer: { status: "found", records, ttlSeconds, aliases, authenticated } };
  }
  if (rcode === "NXDOMAIN") return { answer: { status: "absent", reason: "ENOTFOUND", aliases, authenticated } };
  if (isReferral(reply)) throw new ExchangeError("ESERVFAIL");
  const answer: DnsAnswer = { status: "absent", reason: "ENODATA", aliases, authenticated };
  return aliases.length > 0 ? { answer, follow: owner } : { answer };
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
