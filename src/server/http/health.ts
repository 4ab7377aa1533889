import { sql } from "drizzle-orm";
import type { Kv } from "../kv";
import type { Services } from "../services";

const within = (ms: number, work: Promise<unknown>) =>
  Promise.race([work.then(() => "ok" as const), Bun.sleep(ms).then(() => "slow" as const)]).catch(
    () => "down" as const,
  );

/** Anybody may ask whether we are ready: however many do, what we need is asked once in this time. */
const keptMs = 1000;

/** `/health/live`: the process answers. `/health/ready`: so does all that it needs; 503 names what does not. */
export function createHealth(services: Services, kv: Kv): (pathname: string) => Promise<Response | null> {
  const look = async () => {
    const [database, store, engine] = await Promise.all([
      within(2000, services.db.execute(sql`select 1`)),
      within(2000, kv.check()),
      within(2000, services.engine.check()),
    ]);
    return { database, store, engine };
  };
  let last: { at: number; parts: ReturnType<typeof look> } | undefined;

  return async (pathname) => {
    if (pathname === "/health/live") return Response.json({ status: "ok" });
    if (pathname !== "/health/ready") return null;
    if (!last || performance.now() - last.at > keptMs) last = { at: performance.now(), parts: look() };
    const parts = await last.parts;
    const ready = Object.values(parts).every((part) => part === "ok");
    return Response.json({ status: ready ? "ok" : "unavailable", ...parts }, { status: ready ? 200 : 503 });
  };
}
