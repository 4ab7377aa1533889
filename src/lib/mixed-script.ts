const scripts = [
  "Latin",
  "Cyrillic",
  "Greek",
  "Armenian",
  "Hebrew",
  "Arabic",
  "Georgian",
  "Thai",
  "Devanagari",
  "Han",
  "Hiragana",
  "Katakana",
  "Hangul",
  "Bopomofo",
];
const patterns = scripts.map((script) => ({ script, pattern: new RegExp(`\\p{Script=${script}}`, "u") }));
const otherScript = new RegExp(
  `[^${scripts.map((script) => `\\p{Script=${script}}`).join("")}\\p{Script=Common}\\p{Script=Inherited}]`,
  "u",
);

/** Combinations that people write in one word (UTS 39, "highly restrictive"). */
const allowed = [
  ["Latin", "Han", "Hiragana", "Katakana"],
  ["Latin", "Han", "Hangul"],
  ["Latin", "Han", "Bopomofo"],
];

/** Whether one label of a name mixes scripts in a way that only a look-alike does, such as a Cyrillic `а` inside a Latin word. */
export function hasMixedScript(label: string): boolean {
  const used = patterns.filter(({ pattern }) => pattern.test(label)).map(({ script }) => script);
  if (otherScript.test(label)) used.push("other");
  return used.length > 1 && !allowed.some((set) => used.every((script) => set.includes(script)));
}
