import { SieveSyntaxError, type SieveToken, tokenizeScript } from "./tokenize-script";

export type SieveArgument =
  { kind: "tag"; text: string } | { kind: "number"; value: number } | { kind: "strings"; list: string[] };

/** Names in lower case; `tests` are those in parentheses, or the one behind `not`. */
export type SieveTest = { name: string; args: SieveArgument[]; tests: SieveTest[]; line: number };

export type SieveCommand = {
  name: string;
  args: SieveArgument[];
  test: SieveTest | null;
  block: SieveCommand[] | null;
  line: number;
};

type Reader = { tokens: SieveToken[]; at: number };

const maxDepth = 32;
const factors: Record<string, number> = { k: 1024, m: 1024 ** 2, g: 1024 ** 3 };
const needsTest = new Set(["if", "elsif"]);

const peek = ({ tokens, at }: Reader) => tokens[at];
const lineOf = (reader: Reader) => (peek(reader) ?? reader.tokens.at(-1))?.line ?? 1;
const isMark = (token: SieveToken | undefined, mark: string) => token?.kind === "mark" && token.text === mark;

function expectMark(reader: Reader, mark: string): void {
  if (!isMark(peek(reader), mark)) throw new SieveSyntaxError(lineOf(reader), `${mark} expected`);
  reader.at++;
}

function readStringList(reader: Reader): string[] {
  const strings: string[] = [];
  expectMark(reader, "[");
  while (!isMark(peek(reader), "]")) {
    const token = peek(reader);
    if (token?.kind !== "string") throw new SieveSyntaxError(lineOf(reader), "a string expected");
    strings.push(token.text);
    reader.at++;
    if (isMark(peek(reader), ",")) reader.at++;
    else break;
  }
  expectMark(reader, "]");
  return strings;
}

const numberOf = (text: string) => Number.parseInt(text, 10) * (factors[text.slice(-1).toLowerCase()] ?? 1);

function readArguments(reader: Reader): SieveArgument[] {
  const args: SieveArgument[] = [];
  for (let token = peek(reader); token; token = peek(reader)) {
    if (isMark(token, "[")) {
      args.push({ kind: "strings", list: readStringList(reader) });
      continue;
    }
    if (token.kind === "string") args.push({ kind: "strings", list: [token.text] });
    else if (token.kind === "tag") args.push({ kind: "tag", text: token.text.toLowerCase() });
    else if (token.kind === "number") args.push({ kind: "number", value: numberOf(token.text) });
    else break;
    reader.at++;
  }
  return args;
}

function readTest(reader: Reader, depth: number): SieveTest {
  const token = peek(reader);
  if (token?.kind !== "word" || depth > maxDepth) throw new SieveSyntaxError(lineOf(reader), "a test expected");
  reader.at++;
  const test: SieveTest = { name: token.text.toLowerCase(), args: readArguments(reader), tests: [], line: token.line };
  if (test.name === "not") test.tests.push(readTest(reader, depth + 1));
  else if (isMark(peek(reader), "(")) {
    do {
      reader.at++;
      test.tests.push(readTest(reader, depth + 1));
    } while (isMark(peek(reader), ","));
    expectMark(reader, ")");
  }
  return test;
}

function readCommands(reader: Reader, depth: number): SieveCommand[] {
  if (depth > maxDepth) throw new SieveSyntaxError(lineOf(reader), "too deep");
  const commands: SieveCommand[] = [];
  for (let token = peek(reader); token && !isMark(token, "}"); token = peek(reader)) {
    if (token.kind !== "word")
      throw new SieveSyntaxError(token.line, `a command expected, found ${token.text.slice(0, 20)}`);
    const name = token.text.toLowerCase();
    reader.at++;
    if ((name === "elsif" || name === "else") && !needsTest.has(commands.at(-1)?.name ?? ""))
      throw new SieveSyntaxError(token.line, `${name} without if`);
    const args = readArguments(reader);
    const test = needsTest.has(name) ? readTest(reader, 0) : null;
    const command: SieveCommand = { name, args, test, block: null, line: token.line };
    if (isMark(peek(reader), "{")) {
      reader.at++;
      command.block = readCommands(reader, depth + 1);
      expectMark(reader, "}");
    } else expectMark(reader, needsTest.has(name) || name === "else" ? "{" : ";");
    commands.push(command);
  }
  return commands;
}

/** The commands of a script (RFC 5228 section 8.2), whatever they mean. Throws `SieveSyntaxError`. */
export function parseScript(script: string): SieveCommand[] {
  const reader: Reader = { tokens: tokenizeScript(script), at: 0 };
  const commands = readCommands(reader, 0);
  if (peek(reader)) throw new SieveSyntaxError(lineOf(reader), "unexpected }");
  return commands;
}
