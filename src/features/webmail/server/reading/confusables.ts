/**
 * Letters that look like a Latin one or a digit, by what they look like (Unicode UTS 39, the part that names of hosts are forged with).
 * Accents are gone before this is asked.
 */
const lookAlikes: Record<string, string> = {
  ...{ а: "a", в: "b", с: "c", ԁ: "d", е: "e", һ: "h", і: "i", ј: "j", к: "k", ӏ: "l", м: "m", н: "h", о: "o", р: "p" },
  ...{ ԛ: "q", г: "r", ѕ: "s", т: "t", у: "y", ѵ: "v", ԝ: "w", х: "x", з: "3", б: "6", п: "n" },
  ...{
    α: "a",
    β: "b",
    γ: "y",
    ε: "e",
    η: "n",
    ι: "i",
    κ: "k",
    ν: "v",
    ο: "o",
    ρ: "p",
    σ: "o",
    τ: "t",
    υ: "u",
    χ: "x",
    ω: "w",
  },
  ...{ ɑ: "a", ɡ: "g", ı: "i", ł: "l", ø: "o", đ: "d", ß: "b", æ: "ae", œ: "oe", օ: "o", ս: "u", հ: "h", ց: "g" },
};
const drawnAlike: [RegExp, string][] = [
  [/rn/g, "m"],
  [/vv/g, "w"],
  [/cl/g, "d"],
  [/0/g, "o"],
  [/[1i|]/g, "l"],
  [/5/g, "s"],
  [/3/g, "e"],
];

/** What a hurried reader sees: two texts with the same skeleton are easily taken for each other. */
export function skeletonOf(text: string): string {
  const plain = text.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "");
  const latin = Array.from(plain, (letter) => lookAlikes[letter] ?? letter).join("");
  return drawnAlike.reduce((seen, [drawn, as]) => seen.replace(drawn, as), latin);
}
