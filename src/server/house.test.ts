import { describe, expect, test } from "bun:test";
import { basename, dirname, join } from "node:path";
import { de } from "../lib/i18n/de";
import { en } from "../lib/i18n/en";
import { appRouter } from "../router";
import { envKeys } from "./env";

type SourceFile = { path: string; lines: string[]; text: string };

const code = await read("{src,db,jobs}/**/*.{ts,tsx,css}");
const everything = [
  ...code,
  ...(await read("{docker,public,.ci}/**/*")),
  ...(await read("{*,.*}.{json,ts,cjs,toml,md,example}")),
].filter(({ path }) => path !== "package.json" && path !== "src/server/house.test.ts");

/** Files of the repository itself: what a glob finds, without folders that tools write. */
async function read(pattern: string): Promise<SourceFile[]> {
  const files: SourceFile[] = [];
  for await (const path of new Bun.Glob(pattern).scan({ dot: true })) {
    if (/^(node_modules|dist|\.deftmail|\.cache|\.git)\//.test(path)) continue;
    const text = await Bun.file(path).text();
    files.push({ path, text, lines: text.replace(/\n$/, "").split("\n") });
  }
  return files;
}

const isTest = (path: string) => /\.(test|e2e)\.tsx?$/.test(path);
/** `path:line: text` of each line in which `pattern` is found. */
const linesWith = (files: SourceFile[], pattern: RegExp) =>
  files.flatMap(({ path, lines }) =>
    lines.flatMap((line, at) => (pattern.test(line) ? [`${path}:${at + 1}: ${line.trim().slice(0, 120)}`] : [])),
  );

describe("folders and files", () => {
  test("a feature holds a schema, a server and a user interface, and nothing else", () => {
    const inFeatures = code.flatMap(
      ({ path }) => /^src\/features\/([^/]+)\/([^/]+)/.exec(path)?.slice(1).join("/") ?? [],
    );
    const expected = ["auth", "domains", "users", "webmail"].flatMap((name) =>
      ["schema.ts", "schema.test.ts", "schema", "server", "ui"].map((member) => `${name}/${member}`),
    );
    expect([...new Set(inFeatures)].filter((member) => !expected.includes(member))).toEqual([]);
  });

  test("no file is longer than 250 lines, no test longer than 400, no route longer than 60", () => {
    const limit = (path: string) => (isTest(path) ? 400 : path.startsWith("src/routes/") ? 60 : 250);
    const long = code.filter(({ path, lines }) => lines.length > limit(path));
    expect(long.map(({ path, lines }) => `${path}: ${lines.length} of ${limit(path)}`)).toEqual([]);
  });

  test("files are named in kebab-case, and no folder is a drawer for everything", () => {
    const isPlain = (path: string) =>
      path.startsWith("src/routes/") || /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+)+$/.test(basename(path));
    const isDrawer = (path: string) =>
      /\/(helpers?|utils?|types|hooks|common|misc|shared)\//.test(`/${dirname(path)}/`);
    expect(code.map(({ path }) => path).filter((path) => !isPlain(path) || isDrawer(path))).toEqual([]);
  });

  test("no page is for developers only: every route is part of the product", () => {
    expect(
      code.map(({ path }) => path).filter((path) => /^src\/routes\/(dev|debug|test|playground)\b/.test(path)),
    ).toEqual([]);
  });

  test("only the database schema has an index that re-exports", () => {
    const indexes = code.map(({ path }) => path).filter((path) => /\/index\.tsx?$/.test(path));
    expect(indexes.filter((path) => path !== "db/schema/index.ts" && !path.startsWith("src/routes/"))).toEqual([]);
  });
});

describe("verbs and procedures", () => {
  /** What procedures, jobs and scripts call: the files of a feature's server that they import. */
  const verbs = code.flatMap(({ path, text }) => {
    const isRouter = /^src\/features\/[^/]+\/server\/(?:[^/]+\/)?router\.ts$/.test(path);
    if (!isRouter && !/^(jobs\/handlers|src\/cli)\//.test(path)) return [];
    return [...text.matchAll(/from "([^"]+)"/g)]
      .map(([, from]) => (from!.startsWith(".") ? join(dirname(path), from!) : from!.replace(/^~\//, "src/")))
      .filter((file) => /^src\/features\/[^/]+\/server\/(?!.*(?:^|\/)router$)/.test(file))
      .map((file) => `${file}.ts`);
  });

  test("each verb has a test beside it", () => {
    const paths = new Set(code.map(({ path }) => path));
    const untested = [...new Set(verbs)].filter((path) => !paths.has(path.replace(/\.ts$/, ".test.ts")));
    expect(verbs.length).toBeGreaterThan(0);
    expect(untested.sort()).toEqual([]);
  });

  type Issues = { issues?: readonly { code?: string }[] };
  type Parser = { "~standard"?: { validate(value: unknown): unknown } };
  type Definition = { inputs: Parser[]; output?: unknown; type: string };
  const procedures = Object.entries(appRouter._def.procedures).map(([path, procedure]) => ({
    path,
    definition: (procedure as unknown as { _def: Definition })._def,
  }));

  test("each procedure says what it answers", () => {
    expect(procedures.length).toBeGreaterThan(0);
    const silent = procedures.filter(({ definition }) => definition.type !== "subscription" && !definition.output);
    expect(silent.map(({ path }) => path)).toEqual([]);
  });

  test("each procedure refuses fields that it does not know", async () => {
    const lenient: string[] = [];
    for (const { path, definition } of procedures)
      for (const input of definition.inputs) {
        const result = (await input["~standard"]?.validate({ unheardOf: 1 })) as Issues | undefined;
        if (!result?.issues?.some(({ code: why }) => why === "unrecognized_keys")) lenient.push(path);
      }
    expect(lenient).toEqual([]);
  });
});

describe("settings and words", () => {
  test("the example of the settings names exactly the settings that are read", async () => {
    const example = await Bun.file(".env.example").text();
    const named = [...example.matchAll(/^#? ?([A-Z][A-Z0-9_]+)=/gm)].map(([, name]) => name as string);
    expect(named.sort()).toEqual([...envKeys].sort());
  });

  test("each sentence exists in both languages, with the same holes", () => {
    const holes = (message: unknown) => [...new Set(JSON.stringify(message).match(/\{\w+\}/g) ?? [])].sort().join(" ");
    const flat = (language: object) =>
      Object.entries(language).flatMap(([area, messages]) =>
        Object.entries(messages as object).map(([key, message]) => `${area}.${key} ${holes(message)}`.trim()),
      );
    expect(flat(de).sort()).toEqual(flat(en).sort());
  });

  test("nothing is left for later and nothing knows the machine it was written on", () => {
    const later = /\b(?:TODO|FIXME|XXX|HACK)\b/;
    const machine = /(?:^|[\s"'`(=:])\/(?:work|home|root|Users)\/[\w.]/;
    expect(linesWith(everything, later)).toEqual([]);
    expect(
      linesWith(
        everything.filter(({ path }) => !isTest(path)),
        machine,
      ),
    ).toEqual([]);
  });

  test("colours have names: raw ones stand in src/ui only", () => {
    const painted = code.filter(
      ({ path }) => /\.(tsx|css)$|\/ui\//.test(path) && !path.startsWith("src/ui/") && !isTest(path),
    );
    expect(linesWith(painted, /(?<![&\w/])#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})\b/i)).toEqual([]);
  });
});
