import Redis from "ioredis";
import { freePort } from "./testing-port";

/** Without the program what is tested with it is skipped. */
export const hasRedis = Bun.which("redis-server") !== null;
if (!hasRedis) console.log("Redis is not tested: there is no redis-server here.");
const password = "a-password-of-the-test";

/** A real Redis on this machine that keeps nothing. `kill` ends it like a power cut; `start` brings it back, empty, at the same address. */
export async function startTestRedis() {
  const port = await freePort();
  let child: ReturnType<typeof Bun.spawn> | undefined;
  const start = async () => {
    if (!hasRedis) return;
    const args = ["--port", String(port), "--bind", "127.0.0.1", "--save", "", "--requirepass", password];
    child = Bun.spawn(["redis-server", ...args], { stdout: "ignore", stderr: "ignore" });
    const client = new Redis({ port, password, retryStrategy: () => 20, maxRetriesPerRequest: null });
    client.on("error", () => {});
    await client.ping();
    client.disconnect();
  };
  await start();
  return {
    at: { url: `redis://127.0.0.1:${port}`, password },
    start,
    async kill(): Promise<void> {
      child?.kill("SIGKILL");
      await child?.exited;
    },
    /** Stops it from answering, without ending it. */
    freeze: () => child?.kill("SIGSTOP"),
    thaw: () => child?.kill("SIGCONT"),
  };
}
