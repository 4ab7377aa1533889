import { createSocket } from "node:dgram";
import { once } from "node:events";
import { decode, encode, type OptAnswer } from "dns-packet";

type RecordType = "TXT" | "MX" | "A";

/** Asks the trial's zone server as a stranger does, with none of our own DNS code: `(name, type) => values`, for mailauth. */
export const zoneResolver =
  (port: number) =>
  async (name: string, type: string): Promise<string[][]> => {
    const socket = createSocket("udp4");
    try {
      const id = Math.floor(Math.random() * 65_536);
      const question = { type: type as RecordType, name };
      socket.send(
        encode({ type: "query", id, flags: 0, questions: [question], additionals: [largeAnswers] }),
        port,
        "127.0.0.1",
      );
      const [bytes] = (await once(socket, "message")) as [Buffer];
      return (decode(bytes).answers ?? []).flatMap((answer) =>
        answer.type === "TXT" ? [[answer.data].flat().map((part) => part.toString())] : [],
      );
    } finally {
      socket.close();
    }
  };

const largeAnswers: OptAnswer = {
  type: "OPT",
  name: ".",
  udpPayloadSize: 4096,
  flags: 0,
  flag_do: false,
  ednsVersion: 0,
  extendedRcode: 0,
  options: [],
};
