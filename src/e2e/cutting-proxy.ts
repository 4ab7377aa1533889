import { createServer, request as ask } from "node:http";
import type { AddressInfo } from "node:net";

/** Where the line is cut: before the server behind hears of the request, or after it has answered and nobody hears that. */
export type Cut = "none" | "before" | "after";

/** An HTTP proxy on loopback to a port of this machine that cuts the line of a request as `cutOf` its body says. */
export async function startCuttingProxy(targetPort: number, cutOf: (body: string) => Cut, port = 0) {
  let cuts = 0;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("error", () => {});
    response.on("error", () => {});
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const body = Buffer.concat(chunks);
      const cut = cutOf(body.toString());
      if (cut !== "none") cuts++;
      if (cut === "before") return void request.socket.destroy();
      const { method, url, headers } = request;
      const onward = ask({ host: "127.0.0.1", port: targetPort, method, path: url, headers }, (answer) => {
        if (cut === "none") {
          response.writeHead(answer.statusCode ?? 502, answer.headers);
          answer.on("error", () => request.socket.destroy());
          return void answer.pipe(response);
        }
        answer.resume();
        answer.on("end", () => request.socket.destroy());
        answer.on("error", () => request.socket.destroy());
      });
      // Whoever is behind is away: so is the line.
      onward.on("error", () => request.socket.destroy());
      onward.end(body);
    });
  });
  await new Promise<void>((listening) => server.listen(port, "127.0.0.1", listening));
  return {
    port: (server.address() as AddressInfo).port,
    cuts: () => cuts,
    stop: () =>
      new Promise<void>((stopped) => {
        server.close(() => stopped());
        server.closeAllConnections();
      }),
  };
}
