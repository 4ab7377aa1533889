import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import type { Plugin } from "vite";
import { areas, areasIn, groupFile, groups } from "../lib/i18n/areas";
import { locales } from "../lib/i18n/catalogue";
import type { Messages } from "../lib/i18n/keys";

const folder = new URL("../lib/i18n/", import.meta.url).pathname;

const filesBelow = (path: string): string[] =>
  readdirSync(path, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .sort();

/** Of all sentences, and of how they are grouped: what names files of the build changes when any of it does. */
function versionOf(): string {
  const hash = createHash("sha256").update(readFileSync(`${folder}areas.ts`));
  for (const language of locales)
    for (const name of filesBelow(`${folder}${language}`))
      hash.update(`${language}/${name}\n`).update(readFileSync(`${folder}${language}/${name}`));
  return hash.digest("base64url").slice(0, 7);
}

async function sentencesOf(language: string): Promise<Record<string, Messages>> {
  const files = await Promise.all(
    areas.map((area) => import(`${folder}${language}/${area}.ts`) as Promise<{ default: Messages }>),
  );
  return Object.fromEntries(files.map((file, at) => [areas[at], file.default]));
}

/**
 * Builds what each group of pages says as one file, and each area of sentences as one more for who needs it later, under a name that the
 * browser can make up from the language and the area, instead of a list of random names in every page's first script.
 * `import.meta.env.VITE_SENTENCES` is where they lie.
 */
export function catalogueFiles(): Plugin {
  const base = `_build/assets/${versionOf()}`;
  return {
    name: "deftmail:catalogue-files",
    applyToEnvironment: (environment) => environment.name === "client",
    config: () => ({ define: { "import.meta.env.VITE_SENTENCES": JSON.stringify(`/${base}`) } }),
    async generateBundle() {
      const emit = (fileName: string, content: unknown) =>
        this.emitFile({
          type: "asset",
          fileName: `${base}/${fileName}`,
          source: `export default ${JSON.stringify(content)}`,
        });
      for (const language of locales) {
        const all = await sentencesOf(language);
        for (const area of areas) emit(`${language}/${area}.js`, all[area]);
        for (const group of groups)
          emit(`${language}/${groupFile(group)}`, Object.fromEntries(areasIn(group).map((area) => [area, all[area]])));
      }
    },
  };
}
