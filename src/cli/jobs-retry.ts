import { listDeadJobs } from "../server/operator/list-dead-jobs";
import { retryJobs } from "../server/operator/retry-jobs";
import { runScript, UsageError } from "./script";

await runScript({
  help: `
Usage: bun run jobs:retry ID | --name NAME | --all   [--dry-run] [--json]

Makes work that was given up due again: one piece, all of a name, or all (at most 1,000 at once).
--dry-run only says which (at most 100).
Exit status: 0 done, 1 there was none.`,
  options: { name: { type: "string" }, all: { type: "boolean" }, "dry-run": { type: "boolean" } },
  words: 1,
  async run({ services, values, positionals: [id], print }) {
    const name = typeof values.name === "string" ? values.name : undefined;
    if ([id, name, values.all].filter(Boolean).length !== 1) throw new UsageError("Say which: an id, --name or --all.");
    if (values["dry-run"]) {
      const { jobs } = await listDeadJobs(services.db, { name, limit: 100 });
      const found = id ? jobs.filter((job) => job.id === id) : jobs;
      print(found.map((job) => `${job.id}  ${job.name}  ${job.lastError ?? ""}`).join("\n") || "None.", found);
      return found.length > 0 ? 0 : 1;
    }
    const due = await retryJobs(services, { id, name });
    print(`${due} due again.`, { due });
    return due > 0 ? 0 : 1;
  },
});
