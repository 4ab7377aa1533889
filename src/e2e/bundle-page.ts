import { build, type Rollup } from "vite";
import solid from "vite-plugin-solid";

/** Scripts by file name, the entry under its own. */
export type PageBundle = ReadonlyMap<string, string>;

/** Bundles test pages that hold components, as the product's build does: one file per entry and one per lazy part. `entries`: paths. */
export async function bundlePages(...entries: string[]): Promise<PageBundle> {
  const source = new URL("..", import.meta.url).pathname;
  const result = await build({
    configFile: false,
    logLevel: "error",
    plugins: [solid()],
    resolve: { alias: { "~": source.replace(/\/$/, "") } },
    build: {
      write: false,
      target: "es2022",
      modulePreload: false,
      rollupOptions: { input: entries, output: { entryFileNames: "[name].js", chunkFileNames: "[name].js" } },
    },
  });
  const { output } = (Array.isArray(result) ? result[0] : result) as Rollup.RollupOutput;
  return new Map(output.flatMap((file) => (file.type === "chunk" ? [[file.fileName, file.code] as const] : [])));
}
