import { runScript } from "./script";

await runScript({
  help: `
Usage: bun run queue:list [TEXT] [--after CURSOR] [--json]

Prints mail of all tenants that the mail server has not delivered yet, what is due first, 100 at once. TEXT is part of a sender or recipient.
Exit status: 0.`,
  options: { after: { type: "string" } },
  words: 1,
  async run({ services, values: { after }, positionals: [text], print }) {
    const cursor = typeof after === "string" ? { after } : {};
    const { messages, next } = await services.engine.directory.queue.list({ text, limit: 100, ...cursor });
    const lines = messages.flatMap(({ queueId, sender, recipients }) =>
      recipients.map(({ address, state, attempts, nextAttemptAt, reply }) =>
        [queueId, sender || "<>", "→", address, state, `${attempts} tries`, nextAttemptAt ?? "", reply ?? ""]
          .join("  ")
          .trimEnd(),
      ),
    );
    print([...lines, ...(next ? [`more: --after ${next}`] : [])].join("\n") || "Nothing waits.", { messages, next });
    return 0;
  },
});
