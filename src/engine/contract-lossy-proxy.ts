import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export type LossyProxy = {
  baseUrl: string;
  /** From now on the connection of a request whose body matches is cut after the server behind has answered it. */
  loseRepliesTo(pattern: RegExp): void;
  /** Requests that matched. */
  lost: () => number;
  stop(): Promise<void>;
};

/** An HTTP proxy on loopback in front of `target` that can lose replies, as networks do at the worst moment. */
export async function startLossyProxy(target: string): Promise<LossyProxy> {
  let pattern: RegExp | undefined;
  let lost = 0;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const body = Buffer.concat(chunks);
      const { authorization = "", "content-type": type = "application/octet-stream" } = request.headers;
      const forwarded = fetch(new URL(request.url ?? "/", target), {
        method: request.method,
        headers: { authorization, "content-type": type, "accept-encoding": "identity" },
        redirect: "manual",
        ...(request.method === "POST" ? { body } : {}),
      });
      void forwarded.then(async (reply) => {
        const bytes = await reply.bytes();
        if (pattern?.test(body.toString())) {
          lost++;
          request.socket.destroy();
          return;
        }
        const location = reply.headers.get("location");
        response.writeHead(reply.status, {
          "content-type": reply.headers.get("content-type") ?? "application/octet-stream",
          ...(location ? { location } : {}),
        });
        response.end(bytes);
      });
    });
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    loseRepliesTo(what) {
      pattern = what;
    },
    lost: () => lost,
    stop: () =>
      new Promise((stopped) => {
        server.close(() => stopped());
        server.closeAllConnections();
      }),
  };
}
