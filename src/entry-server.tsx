// @refresh reload
import { createHandler, StartServer } from "@solidjs/start/server";
import { errorSerializer } from "~/lib/error-serializer";
import { provideCatalogue } from "~/lib/i18n/catalogue";
import { de } from "~/lib/i18n/de";
import { en } from "~/lib/i18n/en";
import { requestScope } from "~/trpc/request-scope";

const locale = () => requestScope()?.locale ?? "en";
const catalogues = { en, de };
provideCatalogue({ locale, messages: (area) => catalogues[locale()][area] });

export default createHandler(
  () => (
    <StartServer
      document={({ assets, children, scripts }) => (
        <html lang={locale()} data-theme={requestScope()?.theme ?? "system"}>
          <head>
            <meta charset="utf-8" />
            <meta
              name="viewport"
              content="width=device-width, initial-scale=1, viewport-fit=cover, interactive-widget=resizes-content"
            />
            <meta name="color-scheme" content="light dark" />
            <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
            {assets}
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
