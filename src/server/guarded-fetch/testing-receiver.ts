import { once } from "node:events";
import { createServer, type Socket } from "node:net";
import { afterAll } from "bun:test";

/** A TCP server on `host`, driven by `serve`; `connections` counts who came. Ends with the file. */
export async function tcpReceiver(serve: (socket: Socket) => void, host = "127.0.0.1", port = 0) {
  const seen = { connections: 0 };
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    seen.connections += 1;
    open.add(socket);
    socket.on("error", () => {}).on("close", () => open.delete(socket));
    serve(socket);
  });
  server.listen(port, host);
  await once(server, "listening");
  afterAll(() => {
    for (const socket of open) socket.destroy();
    server.close();
  });
  return { seen, port: (server.address() as { port: number }).port };
}
