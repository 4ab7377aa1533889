import { solidStart } from "@solidjs/start/config";
import unocss from "unocss/vite";
import { defineConfig } from "vite";
import { noDevToolbar } from "./src/ui/no-dev-toolbar";

export default defineConfig({
  plugins: [noDevToolbar(), unocss({ configFile: "./src/ui/uno.config.ts" }), solidStart({ devOverlay: false })],
  resolve: { alias: { "~": new URL("./src", import.meta.url).pathname } },
  build: { sourcemap: false, target: "es2022", cssTarget: ["chrome123", "firefox121", "safari17.5"] },
});
