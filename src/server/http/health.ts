import { sql } from "drizzle-orm";
import type { Kv } from "../kv";
import type { Services } from "../services";

const within = (ms: number, work: Promise<unknown>) =>
  Promise.race([work.then(() => "ok" as const), Bun.sleep(ms).then(() => "slow" as const)]).catch(
    () => "down" as const,
  );

/** `/health/live`: the process answers. `/health/ready`: so does all that it needs; 503 names what does not. */
export async function health(pathname: string, services: Services, kv: Kv): Promise<Response | null> {
  if (pathname === "/health/live") return Response.json({ status: "ok" });
  if (pathname !== "/health/ready") return null;
  const [database, store, engine] = await Promise.all([
    within(2000, services.db.execute(sql`select 1`)),
    within(2000, kv.check()),
    within(2000, services.engine.check()),
  ]);
  const parts = { database, store, engine };
  const ready = Object.values(parts).every((part) => part === "ok");
  return Response.json({ status: ready ? "ok" : "unavailable", ...parts }, { status: ready ? 200 : 503 });
}
