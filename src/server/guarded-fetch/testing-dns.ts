import { createSocket } from "node:dgram";
import { once } from "node:events";
import { afterAll } from "bun:test";
import { type Answer, AUTHORITATIVE_ANSWER, decode, encode } from "dns-packet";
import { createResolver, type Resolver } from "../../features/domains/server/dns/resolver";

/** Says which addresses a name has when it is asked for the `nth` time, from 0; none: there is no such name. */
export type Script = (name: string, nth: number) => string[];

/** A resolver that asks a real DNS server on loopback, which answers by `script`. `asked` lists every question. Ends with the file. */
export async function scriptedDns(script: Script): Promise<{ resolve: Resolver; asked: string[] }> {
  const asked: string[] = [];
  const server = createSocket("udp4");
  server.on("message", (bytes, from) => {
    const query = decode(bytes);
    const { name = "", type = "A" } = query.questions?.[0] ?? {};
    const nth = asked.filter((question) => question === `${name} ${type}`).length;
    asked.push(`${name} ${type}`);
    const addresses = script(name, nth);
    const wanted = addresses.filter((address) => address.includes(":") === (type === "AAAA"));
    const answers = wanted.map((data): Answer => ({ name, type: type as "A", class: "IN", ttl: 0, data }));
    const rcode = addresses.length > 0 ? 0 : 3;
    const reply = { type: "response", id: query.id ?? 0, flags: AUTHORITATIVE_ANSWER | rcode } as const;
    server.send(encode({ ...reply, questions: query.questions, answers }), from.port, from.address);
  });
  server.bind(0, "127.0.0.1");
  await once(server, "listening");
  afterAll(() => void server.close());
  const { port } = server.address();
  return { resolve: createResolver({ servers: [{ host: "127.0.0.1", port }] }), asked };
}
