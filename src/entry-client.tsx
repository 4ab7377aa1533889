// @refresh reload
import { mount, StartClient } from "@solidjs/start/client";
import { loadNamed, provideBrowserCatalogue } from "~/lib/i18n/browser";

/** What the server rendered is seen before the page is taken over. A page in the background has no frames. */
const firstFrame = () =>
  new Promise<unknown>((seen) => {
    requestAnimationFrame(() => setTimeout(seen));
    setTimeout(seen, document.hidden ? 0 : 500);
  });

provideBrowserCatalogue();
await Promise.all([loadNamed(), firstFrame()]);
mount(() => <StartClient />, document.getElementById("app")!);
