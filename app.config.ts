import { solidStart } from "@solidjs/start/config";
import unocss from "unocss/vite";
import { defineConfig } from "vite";
import { catalogueFiles } from "./src/ui/catalogue-files";
import { leanSolidStart } from "./src/ui/lean-solid-start";

/** What every page needs is one file, so that a first visit costs few requests and gzip sees it whole. */
const everyPage =
  /node_modules\/(solid-js|@solidjs)\/|src\/(lib\/(import-anew|i18n\/browser)|trpc\/proof|ui\/(basic-icons|icon|toast-card|toast-region|error-page))\.tsx?$/;
/** What pages with a form share, signing in first of all. */
const forms =
  /src\/(ui\/(button|icon-button|link-button|field|field-frame|create-issue|password-field|checkbox|notice|spinner|logo|center-shell|footnote|locale-switch|theme-switch|preferences|skip-link|title)|lib\/(bytes|own-path)|features\/auth\/ui\/(failure-text|failure-key|form-action|session-actions|provider-buttons|oauth\/provider-problem|security\/passkey-button))\.tsx?$/;
/** What panel and webmail share behind a sign-in. */
const everyday =
  /src\/(ui\/(badge|empty-state|avatar|skeleton|progress|menu|more-menu|icons|keyed|lazy-part|close-on-navigation)|lib\/cursor-of|features\/auth\/ui\/panel-failures)\.tsx?$/;
/** What the page of mail and the parts that it fetches later share: as files of their own they would be a dozen requests. */
const mail =
  /src\/features\/webmail\/ui\/(queries|preferences\/queries|keys\/(key-map|single-keys)|page-data|folders|own-mail-path|failure-text|mail-time|people|draft-store|apply-pending|pending-changes|folder-icons|composing\/draft|inline-images|message-details|reader-states|threads\/(list-view|list-cursor|known-rows)|handling\/(selection|select-to|label-dot|changes|row-select)|search\/search-text|parts\/(message-file-path|preview-kind)|reading\/write-letter)\.tsx?$/;
/** What most pages of the panel share: as small files of their own they would lengthen the list that every page's first script holds. */
const signedIn =
  /src\/(ui\/(page-header|card|data-table|status-chip|copy-button|select|settled-search|shell-nav)|features\/auth\/ui\/(role-wall|may-administer|audit\/(local-time|export-button)|webhooks\/(code-block|moment)|security\/(day-of|qr-picture|sign-out-others|recovery-codes))|features\/domains\/ui\/(domain-context|domain-state-chip|record-state-chip|advice-text|domain-failure|local-day)|features\/users\/ui\/(usable-domains|quota-select|access\/app-password-line)|lib\/(delete-window|device-name)|features\/(auth|domains|users)\/.*\/queries)\.tsx?$|src\/features\/domains\/ui\/.*\.css$/;

/** Small things that pages of the panel share among them, for the same reason. */
const panel =
  /src\/(lib\/webhook-events|ui\/text-area|features\/auth\/ui\/(webhooks\/(webhook-health-chip|delivery-state-chip)|api\/scope-words|audit\/(audit-view|words|audit-days))|features\/domains\/ui\/(remove-list|intent-choice|addressing\/address-failure)|features\/users\/ui\/(block-choices|delivery\/(mail-state-chip|delivery-table)|groups\/(group-failure|posting-choice|group-state)|usage\/(send-limits-queries|send-usage)))\.tsx?$/;

export default defineConfig({
  plugins: [
    leanSolidStart(),
    catalogueFiles(),
    unocss({ configFile: "./src/ui/uno.config.ts" }),
    solidStart({ devOverlay: false }),
  ],
  resolve: { alias: { "~": new URL("./src", import.meta.url).pathname } },
  build: { sourcemap: false, target: "es2022", cssTarget: ["chrome123", "firefox121", "safari17.5"] },
  environments: {
    client: {
      build: {
        rolldownOptions: {
          output: {
            // Every page's first script lists all files: names would cost each visitor bytes and tell nobody anything.
            entryFileNames: "_build/assets/[hash:7].js",
            chunkFileNames: "_build/assets/[hash:7].js",
            assetFileNames: "_build/assets/[hash:7][extname]",
            codeSplitting: {
              groups: [
                { name: "framework", test: everyPage },
                { name: "forms", test: forms },
                { name: "everyday", test: everyday },
                { name: "mail", test: mail },
                { name: "signed-in", test: signedIn },
                { name: "panel", test: panel },
              ],
            },
          },
        },
      },
    },
  },
});
