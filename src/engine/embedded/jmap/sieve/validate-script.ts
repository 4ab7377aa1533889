import { accountCapabilities, capability } from "../capabilities";
import { SieveSyntaxError, tokenizeScript, type SieveToken } from "./tokenize-script";

const tests = new Set(
  "address allof anyof body currentdate date duplicate ehlo envelope environment exists false hasflag header mailboxexists not size string true valid_notify_method spamtest virustest".split(
    " ",
  ),
);
const needsTest = new Set(["if", "elsif"]);
const maxDepth = 32;

const supported = () => accountCapabilities[capability.sieve]?.details.sieveExtensions as readonly string[];

type Reader = { tokens: SieveToken[]; at: number };

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

function readArguments(reader: Reader): string[] {
  const strings: string[] = [];
  for (let token = peek(reader); token; token = peek(reader)) {
    if (isMark(token, "[")) strings.push(...readStringList(reader));
    else if (token.kind === "string" || token.kind === "tag" || token.kind === "number") {
      if (token.kind === "string") strings.push(token.text);
      reader.at++;
    } else break;
  }
  return strings;
}

function readTest(reader: Reader, depth: number): void {
  const name = peek(reader);
  if (name?.kind !== "word" || depth > maxDepth) throw new SieveSyntaxError(lineOf(reader), "a test expected");
  if (!tests.has(name.text.toLowerCase())) throw new SieveSyntaxError(name.line, `unknown test ${name.text}`);
  reader.at++;
  readArguments(reader);
  if (name.text.toLowerCase() === "not") return readTest(reader, depth + 1);
  if (!isMark(peek(reader), "(")) return;
  reader.at++;
  readTest(reader, depth + 1);
  while (isMark(peek(reader), ",")) {
    reader.at++;
    readTest(reader, depth + 1);
  }
  expectMark(reader, ")");
}

function checkRequire(strings: readonly string[], line: number): void {
  const unknown = strings.find((name) => !supported().includes(name) && !name.startsWith("comparator-"));
  if (unknown !== undefined) throw new SieveSyntaxError(line, `unsupported extension ${unknown}`);
}

function readCommands(reader: Reader, depth: number): void {
  if (depth > maxDepth) throw new SieveSyntaxError(lineOf(reader), "too deep");
  let previous = "";
  for (let token = peek(reader); token && !isMark(token, "}"); token = peek(reader)) {
    if (token.kind !== "word")
      throw new SieveSyntaxError(token.line, `a command expected, found ${token.text.slice(0, 20)}`);
    const name = token.text.toLowerCase();
    reader.at++;
    if ((name === "elsif" || name === "else") && !needsTest.has(previous)) {
      throw new SieveSyntaxError(token.line, `${name} without if`);
    }
    const strings = readArguments(reader);
    if (name === "require") checkRequire(strings, token.line);
    if (needsTest.has(name)) readTest(reader, 0);
    if (isMark(peek(reader), "{")) {
      reader.at++;
      readCommands(reader, depth + 1);
      expectMark(reader, "}");
    } else if (needsTest.has(name) || name === "else") expectMark(reader, "{");
    else expectMark(reader, ";");
    previous = name;
  }
}

/** What is wrong with a script's syntax, as a sentence that names the line, or `null`. The meaning of commands is not checked. */
export function findScriptProblem(script: string): string | null {
  try {
    const reader: Reader = { tokens: tokenizeScript(script), at: 0 };
    readCommands(reader, 0);
    if (peek(reader)) throw new SieveSyntaxError(lineOf(reader), "unexpected }");
    return null;
  } catch (error) {
    if (error instanceof SieveSyntaxError) return error.message;
    throw error;
  }
}
