import { reconcile } from "../server/reconcile";
import { sweepUnapplied } from "../server/sweep-unapplied";
import { runScript } from "./script";

await runScript({
  help: `
Usage: bun run reconcile [--apply] [--json]

Compares the panel with the mail engine, both ways, and lists what differs: domains and what they do with unknown addresses, mailboxes
(name, storage, aliases, what they are kept from), groups, signing keys with their stage; and domains whose state contradicts their proof. With --apply, asks the worker to bring over whatever the engine does not have yet.
Never deletes anything.
Exit status: 0 both agree, 1 they differ, 2 wrongly called.`,
  options: { apply: { type: "boolean" } },
  async run({ services, values, print }) {
    const drift = await reconcile(services);
    const asked = values.apply ? await sweepUnapplied(services) : 0;
    const lines = Object.entries(drift).flatMap(([what, names]) => names.map((name) => `  ${what}: ${name}`));
    const summary = lines.length ? `${lines.length} differences` : "The panel and the engine agree.";
    print([summary, ...lines, ...(asked ? [`Asked for ${asked} jobs.`] : [])].join("\n"), { ...drift, asked });
    return lines.length ? 1 : 0;
  },
});
