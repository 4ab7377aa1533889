import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createEngine } from "~/engine/create-engine";
import type { ServiceAuth } from "~/engine/stalwart/authorization";
import type { MailEngine } from "~/engine/mail-engine";

/** `error` answers 500 before anything is done, `lostError` afterwards; `cut` does it and says nothing. */
export type Fault = "none" | "down" | "slow" | "error" | "lostError" | "cut";

const slowMs = 40;

/** The mail server at `target` behind a hop that fails as `next` says, request by request. */
export async function faultyEngine(target: { url: string; auth: ServiceAuth }, next: () => Fault) {
  const met = new Map<Fault, number>();
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", async () => {
      const fault = next();
      met.set(fault, (met.get(fault) ?? 0) + 1);
      if (fault === "down") return request.socket.destroy();
      if (fault === "error") return response.writeHead(500).end();
      if (fault === "slow") await Bun.sleep(slowMs);
      const { authorization = "", "content-type": type = "application/json" } = request.headers;
      const reply = await fetch(new URL(request.url ?? "/", target.url), {
        method: request.method,
        headers: { authorization, "content-type": type, "accept-encoding": "identity" },
        redirect: "manual",
        ...(request.method === "POST" ? { body: Buffer.concat(chunks) } : {}),
      });
      const bytes = await reply.bytes();
      if (fault === "cut") return request.socket.destroy();
      if (fault === "lostError") return response.writeHead(500).end();
      const location = reply.headers.get("location");
      response.writeHead(reply.status, {
        "content-type": reply.headers.get("content-type") ?? "application/json",
        ...(location ? { location } : {}),
      });
      response.end(bytes);
    });
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const engine: MailEngine = createEngine({ baseUrl, serviceAuth: target.auth });
  return {
    engine,
    /** How often each fault was met. */
    met: () => Object.fromEntries(met) as Partial<Record<Fault, number>>,
    stop: () =>
      new Promise<void>((stopped) => {
        server.close(() => stopped());
        server.closeAllConnections();
      }),
  };
}
