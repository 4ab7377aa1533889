import { expect, test } from "bun:test";
import { testDatabase } from "../../db/testing";
import { corpusRows } from "../lib/testing-corpora";
import { csvStream } from "./csv";
import { readCsv, withoutApostrophe } from "./testing-csv";

const { owner } = await testDatabase();

async function* batchesOf(...batches: string[][][]): AsyncGenerator<string[][], void> {
  yield* batches;
}

const formulas = [
  ...corpusRows<{ cell: string }>("web/csv-formula.jsonl").map(({ cell }) => cell),
  ...[
    "=1+1",
    "-2",
    "\r=1",
    "\n=1",
    " =1",
    "\u200b=1",
    "\u00a0@x",
    "\uff0d1",
    "'",
    "'=1",
    "''=1",
    '=";"',
    "a=1",
    "-",
    "",
  ],
  ...['", "=1', "a\r\n=1", "ä,ö;ü\t|", "日本語", "😀"],
];

test("V1.2.10 no cell of an export can run in a spreadsheet, and every text comes back as it was", async () => {
  const file = await new Response(csvStream(["text", "n"], batchesOf(formulas.map((text) => [text, "1"])))).text();
  const cells = (await readCsv(owner, file)).map(([text]) => text!);
  expect(cells.filter((cell) => /^[\s\p{Cf}]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/u.test(cell))).toEqual([]);
  expect(cells.map(withoutApostrophe)).toEqual(formulas);
});

test("an ordinary text stays as it is, and spreadsheets are told that it is UTF-8", async () => {
  const bytes = await new Response(csvStream(["name"], batchesOf([["Ana O'Neil"], ["a@b.test"]]))).bytes();
  expect(new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes)).toBe(
    '\ufeff"name"\r\n"Ana O\'Neil"\r\n"a@b.test"\r\n',
  );
});

test("a file whose making fails breaks off with an error, so that nobody takes a part for the whole", async () => {
  async function* failing(): AsyncGenerator<string[][], void> {
    yield [["1"]];
    throw new Error("the database went away");
  }
  await expect(new Response(csvStream(["n"], failing())).text()).rejects.toThrow("the database went away");
});

test("nothing is made before it is asked for, and nothing more once nobody reads on", async () => {
  let made = 0;
  let isOver = false;
  async function* endless(): AsyncGenerator<string[][], void> {
    try {
      for (;;) yield [[String(++made)]];
    } finally {
      isOver = true;
    }
  }
  const reader = csvStream(["n"], endless()).getReader();
  await reader.read();
  expect(made).toBe(0);
  await reader.read();
  await reader.read();
  await reader.cancel();
  expect([made, isOver]).toEqual([2, true]);
});
