// @refresh reload
import { createHandler, StartServer } from "@solidjs/start/server";
import { For } from "solid-js";
import { getRequestEvent } from "solid-js/web";
import { errorSerializer } from "~/lib/error-serializer";
import { groupFile, groupsOf } from "~/lib/i18n/areas";
import { provideCatalogue } from "~/lib/i18n/catalogue";
import { de } from "~/lib/i18n/de";
import { en } from "~/lib/i18n/en";
import { keepEarlyEvents } from "~/ui/early-events";
import { requestScope } from "~/trpc/request-scope";

const locale = () => requestScope()?.locale ?? "en";
const catalogues = { en, de };
provideCatalogue({ locale, messages: (area) => catalogues[locale()][area] });

/** The entry waits for its sentences before it takes the page over: let them come along with it. */
const sentences = () =>
  import.meta.env.DEV
    ? []
    : groupsOf(new URL(getRequestEvent()?.request.url ?? "http://localhost/").pathname).map(
        (group) => `${import.meta.env.VITE_SENTENCES}/${locale()}/${groupFile(group)}`,
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
          </head>
          <body>
            <div id="app">{children}</div>
            {/* After the stylesheets, which the page cannot be painted without. */}
            <For each={sentences()}>
              {(file) => <link rel="modulepreload" href={file} data-sentences nonce={requestScope()?.nonce} />}
            </For>
            {scripts}
          </body>
        </html>
      )}
    />
  ),
  () => ({ nonce: requestScope()?.nonce, plugins: [errorSerializer] }),
);
