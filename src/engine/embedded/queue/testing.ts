import { createSocket } from "node:dgram";
import type { AddressInfo } from "node:net";
import { type Answer, decode, encode } from "dns-packet";
import { SMTPServer } from "smtp-server";

/** Zone data: `"name TYPE"` to the `data` of its records. Everything else does not exist. */
export type Zone = Record<string, unknown[]>;

/** A DNS server on loopback that answers from `zone`, which may be changed at any time. */
export async function openTestDns(zone: Zone) {
  const socket = createSocket("udp4");
  socket.on("message", (data, peer) => {
    const query = decode(data);
    const [question] = query.questions ?? [];
    if (!question) return;
    const name = question.name.toLowerCase();
    const isKnown = Object.keys(zone).some((key) => key.split(" ")[0] === name);
    const answers = (zone[`${name} ${question.type}`] ?? []).map(
      (record) => ({ name: question.name, type: question.type, ttl: 60, data: record }) as Answer,
    );
    socket.send(
      encode({ type: "response", id: query.id ?? 0, flags: isKnown ? 0 : 3, questions: [question], answers }),
      peer.port,
      peer.address,
    );
  });
  await new Promise<void>((resolve) => socket.bind(0, "127.0.0.1", resolve));
  return { server: `127.0.0.1:${(socket.address() as AddressInfo).port}`, close: () => void socket.close() };
}

export type Received = { from: string; to: string[]; text: string };

/** A foreign mail host on loopback. `answer` may throw for a recipient or a message, with `responseCode`. */
export async function openSink(answer: { rcpt?(address: string): void; data?(text: string): void } = {}) {
  const received: Received[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    disableReverseLookup: true,
    closeTimeout: 100,
    logger: false,
    onRcptTo({ address }, _session, callback) {
      try {
        answer.rcpt?.(address);
        callback();
      } catch (error) {
        callback(error as Error);
      }
    },
    async onData(stream, session, callback) {
      const text = await new Response(stream as unknown as ReadableStream).text();
      try {
        answer.data?.(text);
      } catch (error) {
        return callback(error as Error);
      }
      const { mailFrom, rcptTo } = session.envelope;
      received.push({ from: mailFrom ? mailFrom.address : "", to: rcptTo.map((rcpt) => rcpt.address), text });
      callback();
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: (server.server.address() as AddressInfo).port,
    received,
    answer,
    close: () => new Promise<void>((resolve) => server.close(resolve)),
  };
}

/** A refusal with an SMTP code, for `openSink`. */
export const smtpError = (responseCode: number, message: string): Error =>
  Object.assign(new Error(message), { responseCode });
