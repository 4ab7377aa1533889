import { parseArgs } from "node:util";
import { StartError } from "./start-error";

const help = `Usage: bun run up [--reset]

Starts everything that the environment does not name, then web and worker. --reset asks, then deletes all data and starts over.
Settings are environment variables: see .env.example.`;

/** Throws `StartError` for words that mean nothing; prints the help and ends the process for --help. */
export function readArguments(): { reset: boolean } {
  try {
    const { values } = parseArgs({ options: { reset: { type: "boolean" }, help: { type: "boolean" } } });
    if (!values.help) return { reset: values.reset ?? false };
  } catch (error) {
    throw new StartError(`${(error as Error).message}\n\n${help}`);
  }
  console.log(help);
  process.exit(0);
}
