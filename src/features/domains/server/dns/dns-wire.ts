/** Numbers of DNS (RFC 1035 sections 3.2 and 4.1, RFC 2136 section 2, RFC 8945 section 4.2). */
export const wireTypes = { CNAME: 5, SOA: 6, TXT: 16, TSIG: 250, ANY: 255 } as const;
export const wireClasses = { IN: 1, NONE: 254, ANY: 255 } as const;

const headerBytes = 12;
const maxStringBytes = 255;

export type WireRecord = { name: string; type: number; class: number; ttlSeconds: number; data: Buffer };
export type WireMessage = {
  id: number;
  flags: number;
  /** Name, type and class of what is asked for; the zone, in an update. */
  question: { name: string; type: number };
  /** Answers; prerequisites, in an update. */
  answers: WireRecord[];
  /** Authorities; changes, in an update. */
  authorities: WireRecord[];
};

const uint16 = (value: number): Buffer => {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16BE(value);
  return bytes;
};

/** A name in lower case and without compression, as signatures want it (RFC 8945 section 4.3.3). Throws on names that DNS cannot hold. */
export function wireName(name: string): Buffer {
  const labels = name
    .toLowerCase()
    .replace(/\.$/, "")
    .split(".")
    .filter((label, _, all) => label !== "" || all.length > 1);
  const parts = labels.map((label) => Buffer.from(label, "latin1"));
  const bytes = Buffer.concat([...parts.flatMap((part) => [Buffer.from([part.length]), part]), Buffer.from([0])]);
  if (bytes.length > 255 || parts.some(({ length }) => length === 0 || length > 63))
    throw new RangeError(`not a name that DNS can hold: ${name}`);
  return bytes;
}

/** The data of a TXT record: strings of at most 255 bytes (RFC 1035 section 3.3.14). */
export function wireText(value: string): Buffer {
  const bytes = Buffer.from(value);
  const count = Math.max(1, Math.ceil(bytes.length / maxStringBytes));
  const strings = Array.from({ length: count }, (_, at) =>
    bytes.subarray(at * maxStringBytes, (at + 1) * maxStringBytes),
  );
  return Buffer.concat(strings.flatMap((string) => [Buffer.from([string.length]), string]));
}

export function wireRecord(record: WireRecord): Buffer {
  const fixed = Buffer.alloc(10);
  fixed.writeUInt16BE(record.type, 0);
  fixed.writeUInt16BE(record.class, 2);
  fixed.writeUInt32BE(record.ttlSeconds, 4);
  fixed.writeUInt16BE(record.data.length, 8);
  return Buffer.concat([wireName(record.name), fixed, record.data]);
}

/** A whole message without additional records. */
export function wireMessage({ id, flags, question, answers, authorities }: WireMessage): Buffer {
  const counts = [id, flags, 1, answers.length, authorities.length, 0].map(uint16);
  const zone = [wireName(question.name), uint16(question.type), uint16(wireClasses.IN)];
  return Buffer.concat([...counts, ...zone, ...[...answers, ...authorities].map(wireRecord)]);
}

/** Reads a name, also a compressed one. Throws `RangeError` on what is cut off or runs in circles. */
export function readName(message: Buffer, start: number): { name: string; end: number } {
  const labels: string[] = [];
  let at = start;
  let end = -1;
  for (let hops = 0; hops < 128; hops++) {
    const length = message.readUInt8(at);
    if (length >= 0xc0) {
      if (end < 0) end = at + 2;
      at = message.readUInt16BE(at) & 0x3fff;
    } else if (length === 0) return { name: labels.join(".").toLowerCase(), end: end < 0 ? at + 1 : end };
    else {
      labels.push(message.toString("latin1", at + 1, at + 1 + length));
      at += 1 + length;
    }
  }
  throw new RangeError("a name without an end");
}

export type ReadRecord = WireRecord & { start: number; dataStart: number };

/** Takes a message apart as far as an update and its reply need it. Throws `RangeError` on what is no message. */
export function readMessage(message: Buffer) {
  const [id, flags, questions, ...counts] = [0, 2, 4, 6, 8, 10].map((offset) => message.readUInt16BE(offset));
  let at = headerBytes;
  let question = { name: "", type: 0 };
  for (let left = questions ?? 0; left > 0; left--) {
    const { name, end } = readName(message, at);
    question = { name, type: message.readUInt16BE(end) };
    at = end + 4;
  }
  const sections = counts.map((count) => Array.from({ length: count ?? 0 }, readOne));
  return { id: id ?? 0, flags: flags ?? 0, question, sections };

  function readOne(): ReadRecord {
    const start = at;
    const { name, end } = readName(message, at);
    const dataStart = end + 10;
    at = dataStart + message.readUInt16BE(end + 8);
    if (at > message.length) throw new RangeError("a record that is cut off");
    return {
      ...{ name, start, dataStart, type: message.readUInt16BE(end), class: message.readUInt16BE(end + 2) },
      ...{ ttlSeconds: message.readUInt32BE(end + 4), data: message.subarray(dataStart, at) },
    };
  }
}
