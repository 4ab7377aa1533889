import { solidStart } from "@solidjs/start/config";
import unocss from "unocss/vite";
import { defineConfig } from "vite";

export default defineConfig({
  plugins: [unocss({ configFile: "./src/ui/uno.config.ts" }), solidStart({ devOverlay: false })],
  resolve: { alias: { "~": new URL("./src", import.meta.url).pathname } },
  build: { sourcemap: false, target: "es2022" },
});
