import { afterAll, beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { runCommand } from "./run-command";

// Each test starts real tools.
setDefaultTimeout(60_000);

/** A file that breaks exactly one rule; it stands at `path` in an otherwise lawful tree. */
type Breach = [rule: string, path: string, source: string];

const lawful: Record<string, string> = {
  "src/lib/sum.ts": "export const sum = (a: number, b: number) => a + b;\n",
  "src/ui/colour.ts": 'export const colour = "red";\n',
  "src/server/context.ts": "export type Context = { now: () => Date };\nexport const context = 1;\n",
  "src/server/serve.ts": "export const serve = 1;\n",
  "src/server/up.ts": "export const up = 1;\n",
  "src/server/testing.ts": "export const testing = 1;\n",
  "src/router.ts": "export const router = 1;\n",
  "src/trpc/client.ts": "export const trpc = 1;\n",
  "src/engine/mail-engine.ts": "export const port = 1;\n",
  "src/engine/create-engine.ts": "export const createEngine = 1;\n",
  "src/engine/embedded/start.ts": "export const start = 1;\n",
  "db/client.ts": "export const client = 1;\n",
  "jobs/definitions.ts": "export const definitions = 1;\n",
  "jobs/handlers/on-verify.ts": "export const onVerify = 1;\n",
  ...Object.fromEntries(
    ["auth", "domains", "users", "webmail"].flatMap((feature) => [
      [`src/features/${feature}/schema.ts`, "export const schema = 1;\n"],
      [`src/features/${feature}/server/get-one.ts`, "export const getOne = 1;\n"],
      [`src/features/${feature}/ui/list.ts`, "export const list = 1;\n"],
    ]),
  ),
};

const uses = (target: string) => `export * from "~/${target}";\n`;
const usesAbove = (target: string) => `export * from "../../${target}";\n`;

const layerBreaches: Breach[] = [
  ["no-cycles", "src/lib/one.ts", 'import { two } from "./two";\nexport const one = () => two;\n'],
  ["resolvable", "src/lib/lost.ts", 'export * from "./nowhere";\n'],
  ["lib-is-pure", "src/lib/impure.ts", uses("server/context")],
  ["ui-knows-no-feature", "src/ui/knowing.ts", uses("features/users/ui/list")],
  ["embedded-stands-alone", "src/engine/embedded/leaning.ts", uses("engine/mail-engine")],
  ["adapter-knows-the-port", "src/engine/stalwart/curious.ts", uses("engine/embedded/start")],
  ["trpc-client", "src/trpc/heavy.ts", uses("router")],
  ["pages-compose", "src/routes/page.ts", uses("features/users/server/get-one")],
  ["feature-ui", "src/features/users/ui/heavy.ts", uses("features/users/schema")],
  ["feature-ui-types", "src/features/users/ui/typed.ts", 'export type { Context } from "~/server/context";\n'],
  ["feature-schema", "src/features/users/schema.ts", uses("server/context")],
  ["feature-server", "src/features/users/server/upward.ts", uses("features/users/ui/list")],
  ["auth-looks-left", "src/features/auth/server/right.ts", uses("features/domains/server/get-one")],
  ["domains-looks-left", "src/features/domains/server/right.ts", uses("features/users/server/get-one")],
  ["users-looks-left", "src/features/users/server/right.ts", uses("features/webmail/server/get-one")],
  ["users-looks-left", "src/features/users/ui/right.ts", uses("features/webmail/ui/list")],
  ["jobs-are-defined-purely", "jobs/definitions-more.ts", 'export * from "../src/server/context";\n'],
  ["handlers-call-verbs", "jobs/handlers/own-rules.ts", usesAbove("db/client")],
  ["db-knows-no-feature", "db/knowing.ts", 'export * from "../src/features/users/schema";\n'],
  ["engine-is-chosen-once", "src/features/users/server/choosing.ts", uses("engine/create-engine")],
  ["nothing-imports-tests", "src/server/tested.ts", uses("server/testing")],
  ["nothing-imports-programs", "src/server/started.ts", uses("server/up")],
];

const breaksLint = "no-restricted-properties";
const lintBreaches: Breach[] = [
  ["no-restricted-imports", "src/lib/impure.ts", uses("server/context")],
  ["no-restricted-imports", "src/ui/knowing.ts", uses("features/users/ui/list")],
  ["no-restricted-imports", "src/features/users/ui/reaching.ts", 'export * from "../server/get-one";\n'],
  ["no-restricted-imports", "src/features/users/ui/zod.ts", 'import { z } from "zod";\nexport const one = z;\n'],
  ["no-restricted-imports", "src/routes/page.ts", uses("features/users/server/get-one")],
  ["no-restricted-imports", "src/features/users/server/upward.ts", uses("features/users/ui/list")],
  ["no-restricted-imports", "src/engine/embedded/leaning.ts", uses("engine/mail-engine")],
  ["no-restricted-imports", "src/engine/stalwart/curious.ts", uses("engine/embedded/start")],
  [
    "no-restricted-imports",
    "src/server/resolving.ts",
    'import { resolveTxt } from "node:dns/promises";\nexport const one = resolveTxt;\n',
  ],
  [breaksLint, "src/server/shell.ts", "export const one = (name: string) => Bun.$`ls ${name}`;\n"],
  ["no-restricted-imports", "src/server/shelled.ts", 'import { $ } from "bun";\nexport const one = $;\n'],
  [breaksLint, "src/server/setting.ts", "export const one = process.env.PORT;\n"],
  [breaksLint, "src/server/id.ts", "export const one = Math.random();\n"],
  [breaksLint, "db/raw.ts", 'export const one = (sql: { raw: (text: string) => string }) => sql.raw("select 1");\n'],
  [
    breaksLint,
    "db/unsafe.ts",
    'export const one = (pg: { unsafe: (text: string) => string }) => pg.unsafe("select 1");\n',
  ],
  [breaksLint, "src/features/users/ui/html.ts", 'export const one = (node: Element) => { node.innerHTML = ""; };\n'],
  [
    "no-innerhtml",
    "src/features/users/ui/html.tsx",
    "export const One = (props: { text: string }) => <b innerHTML={props.text} />;\n",
  ],
  ["no-destructure", "src/ui/torn.tsx", "export const Torn = ({ text }: { text: string }) => <b>{text}</b>;\n"],
  ["no-console", "src/server/printing.ts", 'console.log("here");\n'],
  ["no-explicit-any", "src/lib/anything.ts", "export const one = (value: any) => String(value);\n"],
  ["no-floating-promises", "src/lib/floating.ts", "export function one() {\n  Promise.resolve(1);\n}\n"],
];

let tree: string;

beforeAll(() => {
  tree = mkdtempSync(join(tmpdir(), "rules-"));
  for (const [path, source] of Object.entries(lawful)) put(path, source);
  for (const name of [".dependency-cruiser.cjs", ".oxlintrc.json", "tsconfig.json"]) cpSync(name, join(tree, name));
  put("package.json", '{ "name": "tree", "type": "module" }\n');
  symlinkSync(join(process.cwd(), "node_modules"), join(tree, "node_modules"));
});
afterAll(() => rmSync(tree, { recursive: true, force: true }));

function put(path: string, source: string) {
  mkdirSync(dirname(join(tree, path)), { recursive: true });
  writeFileSync(join(tree, path), source);
}

const run = (tool: string, ...args: string[]) =>
  runCommand([process.execPath, "--bun", `node_modules/.bin/${tool}`, ...args, "src", "db", "jobs"], 60, { cwd: tree });
const cruise = () => run("depcruise", "--config", ".dependency-cruiser.cjs", "--output-type", "err-long");
const lint = () => run("oxlint", "--type-aware", "--deny-warnings", "--format=unix");

test("a lawful tree passes the layer rules and the linter", async () => {
  for (const result of [await cruise(), await lint()]) expect(result).toMatchObject({ exitCode: 0 });
});

test("each layer rule refuses the file that breaks it", async () => {
  put("src/lib/two.ts", 'import { one } from "./one";\nexport const two = () => one;\n');
  for (const [, path, source] of layerBreaches) put(path, source);
  const { output } = await cruise();
  const missed = layerBreaches.filter(([rule, path]) => !new RegExp(`error ${rule}: ${path}`).test(output));
  expect(missed.map(([rule, path]) => `${rule} in ${path}`)).toEqual([]);
});

test("each lint rule refuses the file that breaks it", async () => {
  for (const [, path, source] of lintBreaches) put(path, source);
  const { output } = await lint();
  const missed = lintBreaches.filter(
    ([rule, path]) => !output.split("\n").some((line) => line.startsWith(path) && line.includes(`(${rule})`)),
  );
  expect(missed.map(([rule, path]) => `${rule} in ${path}`)).toEqual([]);
});

test("only the renderer of the mail frame may make nodes from HTML", async () => {
  put("src/features/webmail/ui/render/frame.ts", 'export const one = (node: Element) => { node.innerHTML = ""; };\n');
  const { output } = await lint();
  expect(output).not.toContain("ui/render/frame.ts");
});
