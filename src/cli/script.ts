import { parseArgs, type ParseArgsConfig } from "node:util";
import { AppError } from "../lib/errors";
import { en } from "../lib/i18n/en";
import { readEnv } from "../server/read-env";
import type { Services } from "../server/services";
import { StartError } from "../server/up/start-error";
import { openServices } from "./open-services";

type Options = NonNullable<ParseArgsConfig["options"]>;

/** How a script can be left wrongly called: exit status 2 and the help text. */
export class UsageError extends Error {}

export type Script = {
  /** Printed by --help. Says what it does, its options, and what its exit status means. */
  help: string;
  options?: Options;
  /** How many words beside the options it takes; none unless told otherwise. */
  words?: number;
  /** Also bring a configured database up to date; an embedded one always is. */
  migrate?: boolean;
  /** The exit status: 0 done, 1 not done. Prints with `print`, which honours --json. */
  run(input: {
    services: Services;
    values: Record<string, string | boolean | undefined>;
    positionals: string[];
    print: Print;
  }): Promise<number>;
};

/** `text` for people, `data` when --json was asked for. */
export type Print = (text: string, data: unknown) => void;

/** What a program that asked for JSON gets instead of the text. */
type Refusal = { key: string; message: string; issues?: { path: string; message: string }[] };

/** Runs an operator's script and ends the process: 0 done, 1 failed or refused, 2 wrongly called. With --json a refusal is JSON, too. */
export async function runScript(script: Script): Promise<never> {
  const options: Options = { ...script.options, help: { type: "boolean" }, json: { type: "boolean" } };
  const asJson = Bun.argv.includes("--json");
  const refuse = (status: 1 | 2, error: Refusal, text = error.message): never =>
    finish(asJson ? JSON.stringify({ error }) : text, status);
  try {
    const { values, positionals } = parseArguments(options);
    if (values.help) finish(script.help.trim(), 0);
    const surplus = positionals[script.words ?? 0];
    if (surplus !== undefined) throw new UsageError(`What is ${JSON.stringify(surplus)}?`);
    const print: Print = (text, data) => console.log(values.json ? JSON.stringify(data) : text);
    const { services, close } = await openServices(readEnv(), { migrate: script.migrate ?? false });
    const status = await script
      .run({ services, values: values as Record<string, string | boolean | undefined>, positionals, print })
      .finally(close);
    process.exit(status);
  } catch (error) {
    const { message } = error as Error;
    if (error instanceof UsageError) refuse(2, { key: "usage", message }, `${message}\n\n${script.help.trim()}`);
    if (error instanceof StartError) refuse(1, { key: "start", message });
    if (!(error instanceof AppError)) throw error;
    const issues = issuesOf(error);
    const lines = issues.map((issue) => `  ${issue.path}: ${issue.message}`);
    return refuse(1, { key: error.key, message, issues }, [message, ...lines].join("\n"));
  }
}

function parseArguments(options: Options) {
  try {
    return parseArgs({ options, allowPositionals: true });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

const issuesOf = ({ details }: AppError) =>
  details.issues?.map(({ path, message }) => ({ path, message: inEnglish(message) })) ?? [];

/** What a verb says of a field is a key of the catalogue, or a sentence already. */
function inEnglish(message: string): string {
  const [area, name] = message.split(".") as [keyof typeof en, string];
  const found = (en[area] as Record<string, unknown> | undefined)?.[name];
  return typeof found === "string" ? found : message;
}

function finish(text: string, status: number): never {
  (status === 0 ? console.log : console.error)(text);
  process.exit(status);
}

/** The value of an option that must be there. Throws `UsageError`. */
export function required(values: Record<string, string | boolean | undefined>, name: string): string {
  const value = values[name];
  if (typeof value !== "string" || value === "") throw new UsageError(`--${name} is missing`);
  return value;
}

/** A password from standard input when asked for, else a new random one, which is then printed once. */
export async function readPassword(
  values: Record<string, string | boolean | undefined>,
): Promise<{ password: string; isNew: boolean }> {
  if (!values["password-stdin"])
    return { password: Buffer.from(crypto.getRandomValues(new Uint8Array(15))).toString("base64url"), isNew: true };
  return { password: (await Bun.stdin.text()).replace(/\r?\n$/, ""), isNew: false };
}
