import { expect, test } from "bun:test";

const css = await Bun.file(new URL("tokens.css", import.meta.url)).text();
const roles = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(([, name, day, night]) => [
    name,
    { day, night },
  ]),
);

const channel = (value: number) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);

/** WCAG 2.2 relative luminance of `#rrggbb`. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => channel(Number.parseInt(hex.slice(at, at + 2), 16) / 255));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(front: string, back: string, theme: "day" | "night"): number {
  const [a, b] = [front, back].map((name) => luminance(roles.get(name)?.[theme] ?? "missing")).sort((x, y) => y - x);
  return ((a ?? Number.NaN) + 0.05) / ((b ?? Number.NaN) + 0.05);
}

const surfaces = ["surface", "surface-raised", "surface-sunken", "surface-hover"];
const onAll = (name: string) => surfaces.map((surface) => [name, surface] as const);
const hues = ["grey", "red", "orange", "green", "teal", "blue", "purple", "pink"].map((hue) => `hue-${hue}`);
const text = [
  ...hues.flatMap(onAll),
  ...["text", "muted", "accent", "danger", "warning", "success"].flatMap(onAll),
  ...(["accent", "danger", "warning", "success"] as const).flatMap((tone) => [
    [tone, `${tone}-soft`] as const,
    ["text", `${tone}-soft`] as const,
  ]),
  ...(["accent", "accent-hover"] as const).map((back) => ["accent-text", back] as const),
  ...(["danger", "danger-hover"] as const).map((back) => ["danger-text", back] as const),
];
const edges = [
  ["border-strong", "surface"],
  ["border-strong", "surface-sunken"],
  ["border-strong", "surface-raised"],
  ...onAll("focus"),
] as const;

for (const theme of ["day", "night"] as const) {
  test(`every word can be read by ${theme}: 4.5 to 1 at least`, () => {
    expect(text.filter(([front, back]) => !(contrast(front, back, theme) >= 4.5))).toEqual([]);
  });

  test(`every control and the focus ring can be made out by ${theme}: 3 to 1 at least`, () => {
    expect(edges.filter(([front, back]) => !(contrast(front, back, theme) >= 3))).toEqual([]);
  });
}
