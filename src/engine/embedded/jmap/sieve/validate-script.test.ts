import { expect, test } from "bun:test";
import { findScriptProblem } from "./validate-script";

test("a script that files, flags and forwards is accepted", () => {
  const script = `
    require ["fileinto", "copy", "imap4flags"]; # what it uses
    /* lists */
    if anyof (header :contains ["List-Id", "Subject"] "deft", not address :is "from" "a@b.test") {
      fileinto "Lists; \\"all\\"";
      addflag "\\\\Seen";
    } elsif size :over 100K { discard; }
    else { redirect :copy "x@ext.test"; keep; }
    if true { vacation_text; }
    stop;`;
  expect(findScriptProblem(script)).toBeNull();
  expect(findScriptProblem("")).toBeNull();
  expect(findScriptProblem('require "fileinto";\nfileinto text:\nGo away; }\n..\n.\n;')).toBeNull();
});

test("a mistake is named with its line", () => {
  const mistakes: [script: string, problem: string][] = [
    ["keep", "line 1: ; expected"],
    ['keep;\nfileinto "x', "line 2: a string does not end"],
    ["if true { keep;", "line 1: } expected"],
    ["}", "line 1: unexpected }"],
    ["else { keep; }", "line 1: else without if"],
    ["if nonsense { keep; }", "line 1: unknown test nonsense"],
    ['require "spaceship";', "line 1: unsupported extension spaceship"],
    [`${"if true {".repeat(40)}`, "line 1: too deep"],
  ];
  for (const [script, problem] of mistakes) expect(findScriptProblem(script)).toBe(problem);
});
