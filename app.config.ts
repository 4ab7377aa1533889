import { solidStart } from "@solidjs/start/config";
import unocss from "unocss/vite";
import { defineConfig } from "vite";
import { leanSolidStart } from "./src/ui/lean-solid-start";

/** What every page needs is one file, so that a first visit costs few requests and gzip sees it whole. */
const everyPage =
  /node_modules\/(solid-js|@solidjs)\/|src\/ui\/(basic-icons|icon|toast-card|toast-region|error-page)\.tsx?$/;
/** What pages with a form share, signing in first of all. */
const forms =
  /src\/(ui\/(button|icon-button|link-button|field|field-frame|create-issue|password-field|checkbox|notice|spinner|logo|center-shell|footnote|locale-switch|theme-switch|preferences|skip-link|title)|lib\/(bytes|own-path)|features\/auth\/ui\/(failure-text|failure-key|form-action|session-actions|provider-buttons|oauth\/provider-problem|security\/passkey-button))\.tsx?$/;
/** What most pages behind a sign-in share: as small files of their own they would lengthen the list that every page's first script holds. */
const signedIn =
  /src\/(ui\/(page-header|card|data-table|badge|status-chip|empty-state|avatar|skeleton|progress|copy-button|menu|select|icons|lazy-part|close-on-navigation|settled-search|shell-nav)|features\/auth\/ui\/(role-wall|audit\/(local-time|export-button)|webhooks\/(code-block|moment)|security\/day-of)|features\/domains\/ui\/(domain-context|domain-state-chip|record-state-chip|advice-text|domain-failure|local-day)|features\/users\/ui\/usable-domains|lib\/cursor-of|features\/.*\/queries)\.tsx?$|src\/features\/domains\/ui\/.*\.css$/;

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
                { name: "signed-in", test: signedIn },
              ],
            },
          },
        },
      },
    },
  },
});
