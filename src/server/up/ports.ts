import { createSocket } from "node:dgram";
import { once } from "node:events";
import { createServer } from "node:net";
import type { Env } from "../env";
import { StartError } from "./start-error";

export type WantedPort = { port: number; host: string; variable: string; purpose: string; udp?: boolean };

const loopback = "127.0.0.1";

/** What everything at once listens on. */
export const wantedPorts = (env: Env): WantedPort[] => [
  { port: env.PORT, host: env.HOST, variable: "PORT", purpose: "web" },
  { port: env.ZONE_PORT, host: loopback, variable: "ZONE_PORT", purpose: "trial zone", udp: true },
  ...(env.STALWART_URL
    ? []
    : [
        { port: env.SMTP_IN_PORT, host: loopback, variable: "SMTP_IN_PORT", purpose: "incoming mail" },
        { port: env.SUBMISSION_PORT, host: loopback, variable: "SUBMISSION_PORT", purpose: "submission" },
      ]),
];

/** Throws `StartError` naming the first port that somebody else holds, before anything is started. Port 0 is always free. */
export async function assertPortsFree(wanted: WantedPort[]): Promise<void> {
  for (const { port, host, variable, purpose, udp } of wanted) {
    if (port === 0) continue;
    try {
      await tryTcp(port, host);
      if (udp) await tryUdp(port, host);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      const why = code === "EACCES" ? "may not be used without more rights" : "is already taken by another program";
      throw new StartError(`Port ${port} (${purpose}) ${why}: set ${variable} to another port, or stop that program.`);
    }
  }
}

async function tryTcp(port: number, host: string): Promise<void> {
  const server = createServer().listen(port, host);
  await once(server, "listening");
  await new Promise((resolve) => server.close(resolve));
}

async function tryUdp(port: number, host: string): Promise<void> {
  const socket = createSocket("udp4");
  socket.bind(port, host);
  await once(socket, "listening").finally(() => socket.close());
}
