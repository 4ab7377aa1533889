import type { Answer, CaaData, DsData, MxData, SoaData, SrvData, TlsaData, TxtData } from "dns-packet";
import { normaliseName, type RecordType } from "./dns-answer";

const host = (name: string) => normaliseName(name) || ".";
const utf8 = new TextDecoder("utf-8", { ignoreBOM: true });

function joinStrings(data: TxtData): string {
  const strings = Array.isArray(data) ? data : [data];
  return utf8.decode(Buffer.concat(strings.map((part) => (typeof part === "string" ? Buffer.from(part) : part))));
}

const writers = {
  A: (data) => data as string,
  AAAA: (data) => data as string,
  CNAME: (data) => host(data as string),
  DS: (data) => {
    const { keyTag, algorithm, digestType, digest } = data as DsData;
    return `${keyTag} ${algorithm} ${digestType} ${digest.toString("hex")}`;
  },
  NS: (data) => host(data as string),
  PTR: (data) => host(data as string),
  TXT: (data) => joinStrings(data as TxtData),
  MX: (data) => `${(data as MxData).preference ?? 0} ${host((data as MxData).exchange)}`,
  SRV: (data) => {
    const { priority = 0, weight = 0, port, target } = data as SrvData;
    return `${priority} ${weight} ${port} ${host(target)}`;
  },
  SOA: (data) => {
    const soa = data as SoaData;
    return `${host(soa.mname)} ${host(soa.rname)} ${soa.serial ?? 0} ${soa.refresh ?? 0} ${soa.retry ?? 0} ${soa.expire ?? 0} ${soa.minimum ?? 0}`;
  },
  CAA: (data) => {
    const { flags = 0, tag, value } = data as CaaData;
    return `${flags} ${tag} "${value}"`;
  },
  TLSA: (data) => {
    const { usage, selector, matchingType, certificate } = data as TlsaData;
    return `${usage} ${selector} ${matchingType} ${certificate.toString("hex")}`;
  },
} satisfies Record<RecordType, (data: unknown) => string>;

/** A record's data in presentation form; `undefined` for types that nothing here asks for. */
export function toRecordText(answer: Answer): string | undefined {
  if (!(answer.type in writers) || !("data" in answer)) return undefined;
  return writers[answer.type as RecordType](answer.data);
}
