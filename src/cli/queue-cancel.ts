import { runScript, UsageError } from "./script";

await runScript({
  help: `
Usage: bun run queue:cancel ID [--recipient ADDRESS] [--dry-run] [--json]

Gives up a message that the mail server has not delivered yet, or one recipient of it; bun run queue:list prints the ids. Nobody is told.
Exit status: 0 given up, 1 it was too late, 2 wrongly called.`,
  options: { recipient: { type: "string" }, "dry-run": { type: "boolean" } },
  words: 1,
  async run({ services, values, positionals: [queueId], print }) {
    if (!queueId) throw new UsageError("Say which message.");
    const recipient = typeof values.recipient === "string" ? { recipient: values.recipient.toLowerCase() } : {};
    const { queue } = services.engine.directory;
    const [message] = await queue.get([queueId]);
    if (!message || values["dry-run"]) {
      print(message ? `From ${message.sender || "<>"}, still waiting.` : "It is not waiting any more.", { message });
      return message ? 0 : 1;
    }
    const isGone = await queue.cancel({ queueId, ...recipient });
    print(isGone ? "Given up." : "It was too late.", { queueId, ...recipient, isCancelled: isGone });
    return isGone ? 0 : 1;
  },
});
