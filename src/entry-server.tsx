// @refresh reload
import { createHandler, StartServer } from "@solidjs/start/server";
import { For } from "solid-js";
import { getRequestEvent } from "solid-js/web";
import { clientViteManifest } from "solid-start:client-vite-manifest";
import { errorSerializer } from "~/lib/error-serializer";
import { areasOf } from "~/lib/i18n/areas";
import { provideCatalogue } from "~/lib/i18n/catalogue";
import { de } from "~/lib/i18n/de";
import { en } from "~/lib/i18n/en";
import { keepEarlyEvents } from "~/ui/early-events";
import { requestScope } from "~/trpc/request-scope";

const locale = () => requestScope()?.locale ?? "en";
const catalogues = { en, de };
provideCatalogue({ locale, messages: (area) => catalogues[locale()][area] });

/** The entry waits for its sentences before it takes the page over: let them come along with it. */
const catalogueFiles = () =>
  areasOf(new URL(getRequestEvent()?.request.url ?? "http://localhost/").pathname).flatMap(
    (area) => clientViteManifest[`src/lib/i18n/${locale()}/${area}.ts`]?.file ?? [],
  );

const viewport = "width=device-width, initial-scale=1, viewport-fit=cover, interactive-widget=resizes-content";

export default createHandler(
  () => (
    <StartServer
      document={({ assets, children, scripts }) => (
        <html lang={locale()} data-theme={requestScope()?.theme ?? "system"}>
          <head>
            <meta charset="utf-8" />
            <meta name="viewport" content={viewport} />
            <meta name="color-scheme" content="light dark" />
            <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
            <script nonce={requestScope()?.nonce}>{keepEarlyEvents}</script>
            {assets}
            {/* For pages whose own title comes later than the head: the first title of a document counts. */}
            <title>DeftMail</title>
            <For each={catalogueFiles()}>
              {(file) => <link rel="modulepreload" href={`/${file}`} nonce={requestScope()?.nonce} />}
            </For>
          </head>
          <body>
            <div id="app">{children}</div>
            {scripts}
          </body>
        </html>
      )}
    />
  ),
  () => ({ nonce: requestScope()?.nonce, plugins: [errorSerializer] }),
);
