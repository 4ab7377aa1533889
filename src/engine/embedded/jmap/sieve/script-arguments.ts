import type { SieveArgument } from "./parse-script";

/** Tags that are followed by a value of their own. */
const valued = new Set(
  ":comparator :flags :over :under :value :zone :days :subject :addresses :from :handle".split(" "),
);

const known = new Set([...valued, ...":is :contains :matches :all :localpart :domain :copy :create".split(" ")]);

export type ScriptArguments = {
  tags: ReadonlySet<string>;
  /** Values of tags that take strings, as `:flags` does. */
  texts: ReadonlyMap<string, string[]>;
  /** Values of tags that take a number, as `:over` does. */
  numbers: ReadonlyMap<string, number>;
  /** Arguments that stand by themselves. */
  lists: string[][];
};

/** Sorts the arguments of a command or test (RFC 5228 section 2.6). Throws for a tag that is not known or has no value. */
export function readScriptArguments(args: readonly SieveArgument[]): ScriptArguments {
  const tags = new Set<string>();
  const texts = new Map<string, string[]>();
  const numbers = new Map<string, number>();
  const lists: string[][] = [];
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] as SieveArgument;
    if (arg.kind === "strings") lists.push(arg.list);
    if (arg.kind !== "tag") continue;
    if (!known.has(arg.text)) throw new Error(`${arg.text} is not supported`);
    tags.add(arg.text);
    if (!valued.has(arg.text)) continue;
    const value = args[++at];
    if (value?.kind === "strings") texts.set(arg.text, value.list);
    else if (value?.kind === "number") numbers.set(arg.text, value.value);
    else throw new Error(`${arg.text} has no value`);
  }
  return { tags, texts, numbers, lists };
}
