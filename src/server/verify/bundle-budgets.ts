import { gzipSync } from "node:zlib";
import { type Outcome, verdict } from "./step";

/** kB of gzipped JavaScript (1 kB = 1,000 bytes) that a first visit may load; what a page imports lazily is not counted. */
const budgets = [
  { page: "sign-in", url: "/login", kilobytes: 35 },
  { page: "inbox with reader", url: "/mail", kilobytes: 75 },
];

type Chunk = { file: string; isEntry?: boolean; src?: string; imports?: string[] };
export type Manifest = Record<string, Chunk>;

const routeUrl = (key: string) => {
  const [, path] = /^src\/routes\/(.+?)\.tsx(?:\?|$)/.exec(key) ?? [];
  if (path === undefined) return undefined;
  const parts = path.split("/").filter((part) => !/^\(.*\)$/.test(part) && part !== "index");
  return `/${parts.join("/")}`;
};

/** Route modules that a visit to `url` loads: the page itself (an optional or catch-all tail counts) and its layouts. */
export function routesOf(manifest: Manifest, url: string): string[] {
  const keys = Object.keys(manifest).map((key) => ({ key, route: routeUrl(key) }));
  const pages = keys.filter(
    ({ route }) => route === url || (route?.startsWith(`${url}/[`) && /\/\[(?:\[|\.\.\.)/.test(route)),
  );
  if (pages.length === 0) return [];
  const layouts = keys.filter(({ route }) => route !== undefined && route !== "/" && url.startsWith(`${route}/`));
  return [...pages, ...layouts].map(({ key }) => key);
}

/** Files of the entry and of `routes` with everything they import statically. */
export function filesOf(manifest: Manifest, routes: string[]): string[] {
  const seen = new Set<string>();
  const visit = (key: string) => {
    const chunk = manifest[key];
    if (!chunk || seen.has(chunk.file)) return;
    seen.add(chunk.file);
    chunk.imports?.forEach(visit);
  };
  visit("src/entry-client.tsx");
  routes.forEach(visit);
  return [...seen].filter((file) => file.endsWith(".js"));
}

export async function checkBundleBudgets(dist = "dist/client"): Promise<Outcome> {
  const manifest = (await Bun.file(`${dist}/.vite/manifest.json`).json()) as Manifest;
  const gzipped = async (file: string) => gzipSync(await Bun.file(`${dist}/${file}`).bytes()).length;
  let failed = 0;
  const lines: string[] = [];
  for (const { page, url, kilobytes } of budgets) {
    const routes = routesOf(manifest, url);
    const files = await Promise.all(
      filesOf(manifest, routes).map(async (file) => ({ file, bytes: await gzipped(file) })),
    );
    const size = files.reduce((sum, { bytes }) => sum + bytes, 0) / 1000;
    const isGood = routes.length > 0 && size <= kilobytes;
    if (!isGood) failed++;
    lines.push(
      routes.length === 0
        ? `${page}: the build has no route ${url}`
        : `${page}: ${size.toFixed(1)} of ${kilobytes} kB gzip${isGood ? "" : " — over budget"}`,
      ...(isGood ? [] : files.map(({ file, bytes }) => `    ${(bytes / 1000).toFixed(1).padStart(6)} kB  ${file}`)),
    );
  }
  return {
    passed: budgets.length - failed,
    failed,
    output: `${lines.join("\n")}\n`,
    note: lines.filter((line) => !line.startsWith(" ")).join("; "),
  };
}

/** A source map would publish the source of the built pages. */
export async function checkNoSourceMaps(dist = "dist/client"): Promise<Outcome> {
  const found: string[] = [];
  for await (const file of new Bun.Glob("**/*").scan({ cwd: dist, dot: true })) {
    if (file.endsWith(".map")) found.push(file);
    else if (/\.(?:js|css)$/.test(file) && (await Bun.file(`${dist}/${file}`).text()).includes("sourceMappingURL="))
      found.push(`${file} points to a source map`);
  }
  return verdict(found.length === 0, `${found.join("\n")}\n`);
}
