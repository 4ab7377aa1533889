type Step = { any: "one" | "many" } | { letter: string };

/** RFC 5228 section 2.7.1: `*` is any text, `?` one character, a backslash takes the meaning from the next. */
function readPattern(pattern: string): Step[] {
  const steps: Step[] = [];
  const letters = [...pattern];
  for (let at = 0; at < letters.length; at++) {
    const letter = letters[at] ?? "";
    if (letter === "*") steps.push({ any: "many" });
    else if (letter === "?") steps.push({ any: "one" });
    else if (letter === "\\" && at + 1 < letters.length) steps.push({ letter: letters[++at] ?? "" });
    else steps.push({ letter });
  }
  return steps;
}

/** Goes back to the last `*` only, so that a hostile pattern costs its length times that of the text and no more. */
function matchesPattern(text: string, pattern: string): boolean {
  const steps = readPattern(pattern);
  const letters = [...text];
  let [at, step, star, resume] = [0, 0, -1, 0];
  while (at < letters.length) {
    const wanted = steps[step];
    if (wanted && "any" in wanted && wanted.any === "many") [star, resume] = [step++, at];
    else if (wanted && ("any" in wanted || wanted.letter === letters[at])) [at, step] = [at + 1, step + 1];
    else if (star >= 0) [step, at] = [star + 1, ++resume];
    else return false;
  }
  return steps.slice(step).every((rest) => "any" in rest && rest.any === "many");
}

const inAsciiLowerCase = (text: string) => text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());

const comparators: Record<string, (text: string) => string> = {
  "i;octet": (text) => text,
  "i;ascii-casemap": inAsciiLowerCase,
};

const matches: Record<string, (text: string, key: string) => boolean> = {
  ":is": (text, key) => text === key,
  ":contains": (text, key) => text.includes(key),
  ":matches": matchesPattern,
};

/** Whether any text matches any key. Throws for a match type or comparator that this engine does not have. */
export function matchesAny(
  texts: readonly string[],
  keys: readonly string[],
  match: string = ":is",
  comparator: string = "i;ascii-casemap",
): boolean {
  const holds = matches[match];
  const normal = comparators[comparator];
  if (!holds || !normal) throw new Error(`${match} with ${comparator} is not supported`);
  return texts.some((text) => keys.some((key) => holds(normal(text), normal(key))));
}
