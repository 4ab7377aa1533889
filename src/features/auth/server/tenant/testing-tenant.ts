import { and, eq } from "drizzle-orm";
import { jobs } from "../../../../../db/schema";
import { handlers } from "../../../../../jobs/handlers";
import type { Services } from "~/server/services";

/** Does what the worker does with the jobs that bring mailbox users to the engine. */
export async function applyAll(services: Services): Promise<void> {
  const waiting = and(eq(jobs.name, "engine.apply"), eq(jobs.state, "pending"));
  const due = await services.db.select().from(jobs).where(waiting);
  for (const { id, payload } of due) {
    await handlers["engine.apply"](payload as never, services);
    await services.db.update(jobs).set({ state: "done" }).where(eq(jobs.id, id));
  }
}
