import { expect, test } from "bun:test";
import fc from "fast-check";
import { wantedOf } from "./testing-verdict-on";
import { cleanTyped, findTypedFault } from "./typed-faults";

const values = wantedOf().flatMap(({ type, value }) => (type === "TXT" ? [value] : []));
const quotes = fc.constantFrom(
  ['"', '"'],
  ["'", "'"],
  ["\u201c", "\u201d"],
  ["\u201e", "\u201c"],
  ["\u00ab", "\u00bb"],
);
const blanks = fc.constantFrom("", " ", "\t", "\u00a0", "\ufeff", "\u200b", "\u3000 ");

test("nothing that the panel itself asks to publish looks as if it had been spoilt", () => {
  for (const value of values) {
    expect(findTypedFault(value)).toBeUndefined();
    expect(cleanTyped(value)).toBe(value);
  }
});

test("however a value was quoted, escaped and padded, what was meant is recognised, and that it was spoilt is noticed", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...values),
      quotes,
      blanks,
      blanks,
      fc.boolean(),
      (value, [open, close], before, after, isEscaped) => {
        const escaped = isEscaped ? value.replaceAll(";", "\\;") : value;
        const spoilt = `${before}${open}${escaped}${close}${after}`;
        return cleanTyped(spoilt) === value && findTypedFault(spoilt) !== undefined;
      },
    ),
  );
});

test("strings pasted with the quotes between them, and whole lines of a zone file, are read as one value", () => {
  fc.assert(
    fc.property(fc.constantFrom(...values), fc.nat(), fc.boolean(), (value, cut, isLine) => {
      const at = 1 + (cut % (value.length - 1));
      const strings = `"${value.slice(0, at)}" "${value.slice(at)}"`;
      const spoilt = isLine ? `name 3600 IN TXT ( ${strings} )` : strings;
      return cleanTyped(spoilt) === value && findTypedFault(spoilt) === (isLine ? "value_zone_line" : "value_quoted");
    }),
  );
});
