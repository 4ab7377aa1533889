import { mkdirSync, symlinkSync, existsSync } from "node:fs";
import { join } from "node:path";

const root = new URL("../../../", import.meta.url).pathname;

export type BareRow = { from: string; subject: string; preview: string };

const files = (rows: readonly BareRow[]): Record<string, string> => ({
  "src/app.tsx": `import { Router } from "@solidjs/router";
import { FileRoutes } from "@solidjs/start/router";
import { Suspense } from "solid-js";
export default () => <Router root={(props) => <Suspense>{props.children}</Suspense>}><FileRoutes /></Router>;`,
  "src/entry-client.tsx": `import { mount, StartClient } from "@solidjs/start/client";
mount(() => <StartClient />, document.getElementById("app")!);`,
  "src/entry-server.tsx": `import { createHandler, StartServer } from "@solidjs/start/server";
export default createHandler(() => <StartServer document={({ assets, children, scripts }) => (
  <html lang="en"><head><meta charset="utf-8" />{assets}</head><body><div id="app">{children}</div>{scripts}</body></html>
)} />);`,
  "src/routes/index.tsx": `import { For } from "solid-js";
const rows = ${JSON.stringify(rows)};
export default () => <ul><For each={rows}>{(row) => <li data-slot="thread-row"><b>{row.from}</b> <span>{row.subject}</span> <small>{row.preview}</small></li>}</For></ul>;`,
  "vite.config.ts": `import { solidStart } from "@solidjs/start/config";
import { defineConfig } from "vite";
export default defineConfig({ plugins: [solidStart({ devOverlay: false })] });`,
  "package.json": JSON.stringify({ name: "bare-page", type: "module", private: true }),
  "tsconfig.json": JSON.stringify({
    compilerOptions: { jsx: "preserve", jsxImportSource: "solid-js", module: "esnext", moduleResolution: "bundler" },
  }),
});

/**
 * Builds the least page that SolidStart can make of these rows and serves it: the floor that an inbox is measured against. At `isolated` the
 * page keeps other sites' windows away from itself as the product's pages do (Cross-Origin-Opener-Policy), for which a browser that comes
 * from elsewhere starts a process of its own once it has seen the header.
 */
export async function serveBarePage(rows: readonly BareRow[]) {
  const folder = join(root, ".cache/bench-bare-page");
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(files(rows))) await Bun.write(join(folder, name), text);
  if (!existsSync(join(folder, "node_modules"))) symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  const build = Bun.spawnSync([process.execPath, "--bun", join(root, "node_modules/.bin/vite"), "build"], {
    ...{ cwd: folder, stdout: "pipe", stderr: "pipe" },
  });
  if (build.exitCode !== 0) throw new Error(`the bare page was not built: ${build.stderr.toString().slice(-2000)}`);
  const { default: page } = (await import(join(folder, "dist/server/entry-server.js"))) as {
    default: { fetch(request: Request): Promise<Response> };
  };
  const serve = (headers: Record<string, string>) =>
    Bun.serve({
      ...{ port: 0, hostname: "127.0.0.1" },
      async fetch(request) {
        const { pathname } = new URL(request.url);
        const file = Bun.file(join(folder, "dist/client", pathname));
        if (pathname !== "/" && (await file.exists()))
          return new Response(file, { headers: { "cache-control": "public, max-age=31536000, immutable" } });
        const answer = await page.fetch(request);
        for (const [name, value] of Object.entries(headers)) answer.headers.set(name, value);
        return answer;
      },
    });
  const servers = { plain: serve({}), isolated: serve({ "cross-origin-opener-policy": "same-origin" }) };
  return {
    plain: `http://localhost:${servers.plain.port}`,
    isolated: `http://localhost:${servers.isolated.port}`,
    stop: () => Promise.all(Object.values(servers).map((server) => server.stop(true))),
  };
}
