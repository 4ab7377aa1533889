import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { readMessage, wireClasses, wireMessage, wireTypes } from "./dns-wire";
import { signTsig, TsigError, type TsigKey, verifyTsig } from "./tsig";

const [servfail, yxrrset, refused, notAuth] = [2, 7, 5, 9];

/** The primary server of one zone as tests need it: takes signed updates of TXT records on loopback, keeps them in `texts`. */
export async function startUpdateServer(key: TsigKey, zone: string) {
  const texts = new Map<string, string>();
  const aliases = new Set<string>();
  /** What it does next: `silent` never answers, `unsigned` agrees without a signature, `failing` says SERVFAIL. */
  const mood: { now: "well" | "silent" | "unsigned" | "failing" } = { now: "well" };
  const answer = (request: Buffer): Buffer | null => {
    if (mood.now === "silent") return null;
    const { id, question, sections } = readMessage(request);
    const bare = (rcode: number) =>
      wireMessage({ id, flags: 0x8000 | (5 << 11) | rcode, question, answers: [], authorities: [] });
    let requestMac: Buffer;
    try {
      requestMac = verifyTsig(request, key, { now: new Date() }).mac;
    } catch (error) {
      if (!(error instanceof TsigError)) throw error;
      return bare(notAuth ?? 9);
    }
    const say = (rcode: number | undefined = 0) =>
      mood.now === "unsigned" ? bare(rcode) : signTsig(bare(rcode), key, { now: new Date(), requestMac }).signed;
    if (mood.now === "failing") return say(servfail);
    if (question.name !== zone) return say(refused);
    const [prerequisites = [], changes = []] = sections;
    if (prerequisites.some(({ name }) => aliases.has(name))) return say(yxrrset);
    for (const change of changes) {
      if (change.type !== wireTypes.TXT) return say(refused);
      if (change.class === wireClasses.ANY) texts.delete(change.name);
      else texts.set(change.name, joinStrings(change.data));
    }
    return say();
  };
  const server = createServer((socket) => {
    let received = Buffer.alloc(0);
    socket.on("error", () => socket.destroy());
    socket.on("data", (chunk: Buffer) => {
      received = Buffer.concat([received, chunk]);
      if (received.length < 2 || received.length < 2 + received.readUInt16BE()) return;
      const reply = answer(received.subarray(2, 2 + received.readUInt16BE()));
      if (!reply) return;
      const length = Buffer.alloc(2);
      length.writeUInt16BE(reply.length);
      socket.end(Buffer.concat([length, reply]));
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return { server: `127.0.0.1:${port}`, texts, aliases, mood, stop: () => void server.close() };
}

function joinStrings(data: Buffer): string {
  let text = "";
  for (let at = 0; at < data.length; at += 1 + (data[at] ?? 0))
    text += data.toString("utf8", at + 1, at + 1 + (data[at] ?? 0));
  return text;
}
