import { afterAll, beforeAll, expect, test } from "bun:test";
import type { Browser } from "playwright-core";
import { corpusRows } from "~/lib/testing-corpora";
import { launchBrowser } from "./browser";
import type { Layer } from "./mail-html.page";
import { type MailHtmlServer, serveMailHtml } from "./mail-html-server";
import { type Findings, runVectors } from "./mail-html-run";

type Row = { id: string; html: string; context: string; mustNot: string[]; mustKeep?: string[]; live?: string[] };

const hostile = [...corpusRows<Row>("html/vectors.jsonl"), ...corpusRows<Row>("html/leaks.jsonl")].filter(
  ({ context }) => context === "body-html",
);
const live = hostile.filter((row) => row.live?.length);
const inert = hostile.filter((row) => !row.live?.length);
const benign = corpusRows<Row>("html/benign.jsonl");

let browser: Browser;
let server: MailHtmlServer;
beforeAll(async () => {
  browser = await launchBrowser();
  server = await serveMailHtml([...hostile, ...benign]);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const bare = (rows: Row[]) => rows.map(({ id, html }) => ({ id, html }));
function report(layer: Layer, { vectors, scripts, requests, seconds }: Findings): void {
  console.log(
    `${layer.padEnd(15)} vectors ${vectors}  scripts ${scripts.length}  requests ${requests.length}  (${seconds.toFixed(1)} s)`,
  );
}

test("without any protection the same vectors run scripts and send requests, so the test sees what it looks for", async () => {
  const found = await runVectors(browser, server, "none", bare(live));
  report("none", found);
  expect(found.scripts.length).toBeGreaterThan(60);
  expect(found.requests.length).toBeGreaterThan(60);
}, 60_000);

const layers = [
  { layer: "both", sentence: "no live vector runs a script or sends a request in the reader", rows: live },
  { layer: "both-shared", sentence: "nor does any other hostile message", rows: inert },
  {
    layer: "sanitiser",
    sentence: "the sanitiser alone stops every live vector, on a page without any policy",
    rows: live,
  },
  {
    layer: "frame",
    sentence: "the frame alone stops every live vector when it is parsed as the frame's document",
    rows: live,
  },
  {
    layer: "frame-inserted",
    sentence: "the frame alone stops every live vector when it is inserted unsanitised",
    rows: live,
  },
] as const;

for (const { layer, sentence, rows } of layers) {
  test(
    sentence,
    async () => {
      const found = await runVectors(browser, server, layer, bare(rows));
      report(layer, found);
      expect(found.scripts).toEqual([]);
      expect(found.requests).toEqual([]);
      expect(found.changes).toEqual([]);
    },
    60_000,
  );
}
