// @refresh reload
import { createHandler, StartServer } from "@solidjs/start/server";
import { requestScope } from "~/trpc/request-scope";

export default createHandler(
  () => (
    <StartServer
      document={({ assets, children, scripts }) => (
        <html lang={requestScope()?.locale ?? "en"} data-theme={requestScope()?.theme ?? "system"}>
          <head>
            <meta charset="utf-8" />
            <meta name="viewport" content="width=device-width, initial-scale=1" />
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
  () => ({ nonce: requestScope()?.nonce }),
);
