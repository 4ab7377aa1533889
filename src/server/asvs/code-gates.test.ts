import { expect, test } from "bun:test";

type Line = { path: string; at: number; text: string };

const lines: Line[] = [];
for await (const path of new Bun.Glob("{src,db,jobs}/**/*.{ts,tsx}").scan()) {
  if (/\.(test|e2e)\.tsx?$|\/testing[^/]*$|^src\/(e2e|bench)\//.test(path)) continue;
  const text = await Bun.file(path).text();
  lines.push(...text.split("\n").map((line, at) => ({ path, at: at + 1, text: line })));
}
/** `path: text` of lines that match, without comments and those named in `except`. */
const found = (pattern: RegExp, except: RegExp = /^$/) =>
  lines
    .filter(({ text }) => pattern.test(text) && !/^\s*(\*|\/\/|\/\*)/.test(text))
    .filter(({ path }) => !except.test(path))
    .map(({ path, at, text }) => `${path}:${at} ${text.trim().slice(0, 100)}`);

test("V1.2.4 no text is put into SQL unescaped", () => {
  // A check constraint holds the values of a list of ours.
  expect(found(/\bsql\s*\.\s*raw\b|\.unsafe\s*\(|\bsql\.identifier\(/, /^db\/schema\/one-of\.ts$/)).toEqual([]);
  expect(found(/\.(query|execute)\(\s*`[^`]*\$\{/, /^src\/engine\/embedded\//)).toEqual([]);
});

test("V1.2.5 no shell is started, and programs get their arguments one by one", () => {
  expect(found(/\bBun\.\$|import \{[^}]*\$[^}]*\} from "bun"|\bshell:\s*true|["'](?:ba)?sh["'],\s*["']-c["']/)).toEqual(
    [],
  );
  expect(found(/\b(?:exec|execSync)\(\s*[`"']|from "node:child_process"/, /^src\/server\/(postgres|verify)\//)).toEqual(
    [],
  );
});

test("V1.3.2 no text becomes a program", () => {
  expect(found(/\beval\(|\bnew Function\(|set(?:Timeout|Interval)\(\s*["'`]/)).toEqual([]);
});

test("V3.2.2 only the frame that shows mail makes nodes from HTML", () => {
  const makers = /\.(?:inner|outer)HTML\s*=|insertAdjacentHTML|setHTMLUnsafe|document\.write|\binnerHTML=/;
  expect(found(makers, /^src\/features\/webmail\/ui\/render\//)).toEqual([]);
});

test("V6.2.6 every field for a password is the one that hides what is typed", () => {
  expect(found(/type=(?:"|\{)[^\s>]*password/, /^src\/ui\/password-field\.tsx$/)).toEqual([]);
  const whole = Object.values(Object.groupBy(lines, ({ path }) => path)).map((file) =>
    file!.map(({ text }) => text).join("\n"),
  );
  const parts = whole.flatMap((text) => [...text.matchAll(/<(\w+)\s[^<>]*name="\w*[pP]assword"/g)]);
  expect([...new Set(parts.map(([, part]) => part))]).toEqual(["PasswordField"]);
});

test("V6.2.7 no field refuses what is pasted into it or filled in by a password manager", () => {
  expect(found(/onPaste=|onpaste|addEventListener\(["']paste/i, /^src\/features\/webmail\/ui\//)).toEqual([]);
});

test("V11.5.1 ids and secrets come from the operating system's random numbers, never from a clock or a guessable generator", () => {
  // Spreading retries in time is no secret.
  expect(found(/Math\.random/, /^jobs\/claim\.ts$|retry|\/ui\/watch-mail\.ts$/)).toEqual([]);
  expect(
    found(
      /(?:token|secret|code|nonce|state|key|Id|id)\w*\s*[=:]\s*[^=]*\b(?:Date\.now\(\)|getTime\(\))\s*\.?\s*toString\(/,
    ),
  ).toEqual([]);
});

test("V13.3.1 no secret stands in the code", () => {
  const secrets = /-----BEGIN [A-Z ]*PRIVATE KEY-----[\\n]|\b(?:AKIA|ghp_|xox[bp]-|sk_live_)[A-Za-z0-9]{8,}/;
  expect(found(secrets)).toEqual([]);
});

test("V15.3.2 whatever the server fetches for others, it does not follow redirects by itself", () => {
  const calls = lines.filter(
    ({ path, text }) =>
      /^src\/(server|features\/[^/]+\/server|engine\/stalwart)\//.test(path) &&
      /(?<![\w.])fetch\((?!request: Request)/.test(text),
  );
  const follow = calls.filter(({ path, at }) => {
    const around = lines.filter((line) => line.path === path && line.at >= at - 30 && line.at <= at + 12);
    return !around.some(({ text }) => /redirect: "(manual|error)"/.test(text));
  });
  expect(follow.map(({ path, at, text }) => `${path}:${at} ${text.trim()}`)).toEqual([]);
});
