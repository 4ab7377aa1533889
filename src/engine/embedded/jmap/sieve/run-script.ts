import type { VacationAnswer } from "../../seams";
import type { SieveCommand } from "./parse-script";
import { runTest, type SieveMessage } from "./run-test";
import { readScriptArguments, type ScriptArguments } from "./script-arguments";

/** Where a message goes: mailboxes by name (`null` is the inbox) with IMAP flags, and addresses. Neither: it is thrown away. */
export type SieveOutcome = {
  filings: { mailbox: string | null; flags: string[] }[];
  redirects: string[];
  answer: VacationAnswer | null;
};

/** As many redirects in a run as Stalwart allows. */
const maxRedirects = 1;

type Run = SieveOutcome & { message: SieveMessage; flags: Set<string>; keepsByItself: boolean };

/** `stop` ends the script from within any block. */
class Stopped extends Error {}

const flagsOf = ({ texts }: ScriptArguments, run: Run) => texts.get(":flags") ?? [...run.flags];
/** A list of flags may come as one string with spaces (RFC 5232 section 2). */
const named = ({ lists }: ScriptArguments) => (lists.at(-1) ?? []).flatMap((text) => text.split(/\s+/)).filter(Boolean);

function file(run: Run, args: ScriptArguments, mailbox: string | null): void {
  const flags = flagsOf(args, run);
  const before = run.filings.find((filing) => filing.mailbox === mailbox);
  if (before) before.flags = flags;
  else run.filings.push({ mailbox, flags });
  if (!args.tags.has(":copy")) run.keepsByItself = false;
}

const commands: Record<string, (run: Run, args: ScriptArguments) => void> = {
  require: () => undefined,
  stop() {
    throw new Stopped();
  },
  keep: (run, args) => file(run, args, null),
  discard: (run) => void (run.keepsByItself = false),
  fileinto(run, args) {
    const mailbox = args.lists[0]?.[0];
    if (!mailbox) throw new Error("fileinto names no mailbox");
    file(run, args, /^inbox$/i.test(mailbox) ? null : mailbox);
  },
  redirect(run, args) {
    const address = args.lists[0]?.[0];
    if (!address || !/^[^\s<>@"]+@[^\s<>@"]+$/.test(address)) throw new Error("redirect names no address");
    if (!run.redirects.includes(address)) run.redirects.push(address);
    if (run.redirects.length > maxRedirects) throw new Error("too many redirects");
    if (!args.tags.has(":copy")) run.keepsByItself = false;
  },
  vacation(run, args) {
    const text = args.lists[0]?.[0];
    if (text === undefined || run.answer) throw new Error("vacation is said once, with its text");
    const days = args.numbers.get(":days") ?? 7;
    run.answer = { days: Math.min(30, Math.max(1, days)), subject: args.texts.get(":subject")?.[0] ?? null, text };
  },
  setflag: (run, args) => void (run.flags = new Set(named(args))),
  addflag: (run, args) => named(args).forEach((flag) => run.flags.add(flag)),
  removeflag: (run, args) => named(args).forEach((flag) => run.flags.delete(flag)),
};

function runBlock(block: readonly SieveCommand[], run: Run): void {
  let isDecided = false;
  for (const { name, args, test, block: inner, line } of block) {
    if (name === "if") isDecided = false;
    if (name === "if" || name === "elsif" || name === "else") {
      if (isDecided || (test && !runTest(test, run.message, run.flags))) continue;
      isDecided = true;
      runBlock(inner ?? [], run);
      continue;
    }
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (!command) throw new Error(`line ${line}: the command ${name} is not supported`);
    command(run, readScriptArguments(args));
  }
}

/**
 * Runs a script (RFC 5228, with `copy` of RFC 3894, `imap4flags` of RFC 5232, `vacation` of RFC 5230 and `envelope`) on a message. Throws for what this engine does
 * not have; nothing of such a run counts then, and the caller keeps the message.
 */
export function runScript(script: readonly SieveCommand[], message: SieveMessage): SieveOutcome {
  const run: Run = { message, flags: new Set(), filings: [], redirects: [], answer: null, keepsByItself: true };
  try {
    runBlock(script, run);
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
  }
  const isKept = run.filings.some(({ mailbox }) => mailbox === null);
  if (run.keepsByItself && !isKept) run.filings.push({ mailbox: null, flags: [...run.flags] });
  return { filings: run.filings, redirects: run.redirects, answer: run.answer };
}
