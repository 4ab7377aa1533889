import { accountCapabilities, capability } from "../capabilities";
import { parseScript, type SieveCommand, type SieveTest } from "./parse-script";
import { SieveSyntaxError } from "./tokenize-script";

const tests = new Set(
  "address allof anyof body currentdate date duplicate ehlo envelope environment exists false hasflag header mailboxexists not size string true valid_notify_method spamtest virustest".split(
    " ",
  ),
);

const supported = () => accountCapabilities[capability.sieve]?.details.sieveExtensions as readonly string[];

function checkTest({ name, tests: inner, line }: SieveTest): void {
  if (!tests.has(name)) throw new SieveSyntaxError(line, `unknown test ${name}`);
  for (const test of inner) checkTest(test);
}

function checkCommand({ name, args, test, block, line }: SieveCommand): void {
  const required = name === "require" ? args.flatMap((arg) => (arg.kind === "strings" ? arg.list : [])) : [];
  const unknown = required.find((one) => !supported().includes(one) && !one.startsWith("comparator-"));
  if (unknown !== undefined) throw new SieveSyntaxError(line, `unsupported extension ${unknown}`);
  if (test) checkTest(test);
  for (const command of block ?? []) checkCommand(command);
}

/** What is wrong with a script's syntax, as a sentence that names the line, or `null`. The meaning of commands is not checked. */
export function findScriptProblem(script: string): string | null {
  try {
    for (const command of parseScript(script)) checkCommand(command);
    return null;
  } catch (error) {
    if (error instanceof SieveSyntaxError) return error.message;
    throw error;
  }
}
