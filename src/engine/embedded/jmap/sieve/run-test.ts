import { asAddresses } from "../../mail/mime/addresses";
import { matchesAny } from "./match-text";
import type { SieveTest } from "./parse-script";
import { readScriptArguments, type ScriptArguments } from "./script-arguments";

/** What a script may know of a message. */
export type SieveMessage = {
  /** Values of all fields of that name, in any case, unfolded and decoded. */
  header(name: string): string[];
  /** Bytes. */
  size: number;
  /** `from` is empty for the null sender. */
  envelope: { from: string; to: string };
  mailboxExists(name: string): boolean;
  /** Milliseconds since 1970. */
  now: number;
};

type Evaluation = { message: SieveMessage; flags: ReadonlySet<string>; args: ScriptArguments; tests: SieveTest[] };

const matchTypes = [":is", ":contains", ":matches"];

function compare({ tags, texts }: ScriptArguments, values: readonly string[], keys: readonly string[] = []): boolean {
  return matchesAny(
    values,
    keys,
    matchTypes.find((tag) => tags.has(tag)),
    texts.get(":comparator")?.[0],
  );
}

function partOf({ tags }: ScriptArguments, address: string): string {
  const at = address.lastIndexOf("@");
  if (tags.has(":localpart")) return at < 0 ? address : address.slice(0, at);
  return tags.has(":domain") ? address.slice(at + 1) : address;
}

/** RFC 5231 section 4.1. Days as `2026-12-24` are in order when their texts are. */
const relations: Record<string, (a: string, b: string) => boolean> = {
  ge: (a, b) => a >= b,
  gt: (a, b) => a > b,
  le: (a, b) => a <= b,
  lt: (a, b) => a < b,
  eq: (a, b) => a === b,
  ne: (a, b) => a !== b,
};

/** Milliseconds of an offset like `+0130` (RFC 5260 section 4.1). */
function offsetOf(zone: string): number {
  const [, sign, hours, minutes] = /^([+-])(\d{2})(\d{2})$/.exec(zone) ?? [];
  if (!sign) throw new Error(`${zone} is no offset`);
  return (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}

const evaluators: Record<string, (evaluation: Evaluation) => boolean> = {
  true: () => true,
  false: () => false,
  not: ({ tests, ...rest }) => tests[0] !== undefined && !runTest(tests[0], rest.message, rest.flags),
  allof: ({ tests, message, flags }) => tests.every((test) => runTest(test, message, flags)),
  anyof: ({ tests, message, flags }) => tests.some((test) => runTest(test, message, flags)),
  exists: ({ args, message }) => (args.lists[0] ?? []).every((name) => message.header(name).length > 0),
  size({ args, message }) {
    const [over, under] = [args.numbers.get(":over"), args.numbers.get(":under")];
    if (over === undefined && under === undefined) throw new Error("size without :over or :under");
    return (over === undefined || message.size > over) && (under === undefined || message.size < under);
  },
  header: ({ args, message }) =>
    compare(
      args,
      (args.lists[0] ?? []).flatMap((name) => message.header(name)),
      args.lists[1],
    ),
  address({ args, message }) {
    const found = (args.lists[0] ?? []).flatMap((name) => message.header(name).flatMap((value) => asAddresses(value)));
    return compare(
      args,
      found.map(({ email }) => partOf(args, email)),
      args.lists[1],
    );
  },
  envelope({ args, message }) {
    const found = (args.lists[0] ?? []).flatMap((part) => {
      const name = part.toLowerCase();
      return name === "from" || name === "to" ? [message.envelope[name]] : [];
    });
    return compare(
      args,
      found.map((address) => partOf(args, address)),
      args.lists[1],
    );
  },
  currentdate({ args, message }) {
    const relation = args.texts.get(":value")?.[0] ?? "";
    const holds = Object.hasOwn(relations, relation) ? relations[relation] : undefined;
    const [part, wanted] = [args.lists[0]?.[0], args.lists[1] ?? []];
    if (!holds || part !== "date") throw new Error("currentdate is supported for whole days that are compared");
    const today = new Date(message.now + offsetOf(args.texts.get(":zone")?.[0] ?? "+0000")).toISOString().slice(0, 10);
    return wanted.some((date) => holds(today, date));
  },
  hasflag: ({ args, flags }) => compare(args, [...flags], args.lists.at(-1)),
  mailboxexists: ({ args, message }) => (args.lists[0] ?? []).every((name) => message.mailboxExists(name)),
};

/** RFC 5228 section 5, with `envelope`, `hasflag` (RFC 5232), `mailboxexists` (RFC 5490) and `currentdate` (RFC 5260). Throws for tests it does not know. */
export function runTest(test: SieveTest, message: SieveMessage, flags: ReadonlySet<string>): boolean {
  const evaluate = Object.hasOwn(evaluators, test.name) ? evaluators[test.name] : undefined;
  if (!evaluate) throw new Error(`line ${test.line}: the test ${test.name} is not supported`);
  return evaluate({ message, flags, args: readScriptArguments(test.args), tests: test.tests });
}
