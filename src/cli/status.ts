import { listDeadJobs } from "../server/operator/list-dead-jobs";
import { readStatus } from "../server/operator/read-status";
import { runScript } from "./script";

const line = (name: string, value: unknown) => `${name.padEnd(16)} ${String(value)}`;
const counts = (of: Record<string, unknown>) =>
  Object.entries(of)
    .map(([name, value]) => `${String(value)} ${name}`)
    .join(", ") || "none";
const answer = (ms: number | null) => (ms === null ? "does not answer" : `${ms} ms`);

await runScript({
  help: `
Usage: bun run status [--json]

Prints how this installation does: what it needs, tenants, mailbox users, mail under way, work and what was given up.
Exit status: 0 all is well, 1 something needs a look.`,
  async run({ services, print }) {
    const [status, dead] = [await readStatus(services), await listDeadJobs(services.db, { limit: 10 })];
    const { parts, queue, jobs } = status;
    const mail = queue ? `${queue.messages}${queue.isMore ? "+" : ""}, ${queue.deferred} deferred` : "unknown";
    const lines = [
      line("PostgreSQL", answer(parts.database)),
      line("Mail server", answer(parts.engine)),
      line("Tenants", counts(status.tenants)),
      line("Domains", counts(status.domains)),
      line("Mailbox users", counts(status.users)),
      line("Mail under way", mail),
      line("Work", counts(jobs)),
      ...dead.jobs.map((job) => `  given up: ${job.name} ${job.key} (${job.id}): ${job.lastError ?? "no reason"}`),
    ];
    print(lines.join("\n"), { ...status, deadJobs: dead.jobs });
    return status.isWell ? 0 : 1;
  },
});
