import { solidStart } from "@solidjs/start/config";
import unocss from "unocss/vite";
import { defineConfig } from "vite";
import { leanSolidStart } from "./src/ui/lean-solid-start";

/** What every page needs is one file, so that a first visit costs few requests and gzip sees it whole. */
const everyPage = /node_modules\/(solid-js|@solidjs)\//;
/** What pages with a form share. */
const forms =
  /src\/ui\/(button|icon-button|link-button|field|field-frame|create-issue|password-field|checkbox|notice|spinner|logo|center-shell|footnote|locale-switch|theme-switch|preferences|skip-link|title)\.tsx?$/;

export default defineConfig({
  plugins: [leanSolidStart(), unocss({ configFile: "./src/ui/uno.config.ts" }), solidStart({ devOverlay: false })],
  resolve: { alias: { "~": new URL("./src", import.meta.url).pathname } },
  build: { sourcemap: false, target: "es2022", cssTarget: ["chrome123", "firefox121", "safari17.5"] },
  environments: {
    client: {
      build: {
        rolldownOptions: {
          output: {
            codeSplitting: {
              groups: [
                { name: "framework", test: everyPage },
                { name: "forms", test: forms },
              ],
            },
          },
        },
      },
    },
  },
});
