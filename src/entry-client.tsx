// @refresh reload
import { mount, StartClient } from "@solidjs/start/client";
import { areasOf } from "~/lib/i18n/areas";
import { loadAreas, provideBrowserCatalogue } from "~/lib/i18n/browser";

provideBrowserCatalogue();
await loadAreas(areasOf(location.pathname));
mount(() => <StartClient />, document.getElementById("app")!);
