import { Route, Router } from "@solidjs/router";
import { FileRoutes } from "@solidjs/start/router";
import { ErrorBoundary, lazy, Suspense } from "solid-js";
import { isServer } from "solid-js/web";
import { t } from "~/lib/i18n/t";
import { LiveRegion } from "~/ui/announce";
import { ErrorPage } from "~/ui/error-page";
import { ToastRegion } from "~/ui/toast-region";
import "~/ui/kit.css";
import "virtual:uno.css";

/** The whole kit on two pages, for those who build on it: no route of the product, and not in a build for production. */
const isShowcase = import.meta.env.DEV || import.meta.env.VITE_DEV_UI;
const KitPage = isShowcase ? lazy(() => import("~/ui/showcase/kit")) : undefined;
const MailPage = isShowcase ? lazy(() => import("~/ui/showcase/mail")) : undefined;

const passing = ["offline", "service.unavailable", "engine.unavailable"];

/** What a browser says of a script that did not arrive; the words are its own: Chromium's and Firefox's, then Safari's. */
const notImported = /dynamically imported module|importing a module script failed/i;

/** The server, or something that it depends on, did not answer: that passes by itself. A call that was never answered brings no data. */
function saysAway(error: unknown): boolean {
  if (error instanceof TypeError && notImported.test(error.message)) return true;
  const { name, data } = error as { name?: string; data?: { failure?: { key?: string } } };
  return data ? passing.includes(data.failure?.key ?? "") : name === "TRPCClientError";
}

export default function App() {
  return (
    <ErrorBoundary
      fallback={(error: unknown) => {
        // What is shown says nothing of the cause: let the console, and whatever listens for uncaught errors, have it.
        if (!isServer) reportError(error);
        const isAway = saysAway(error);
        return (
          <ErrorPage
            code={isAway ? 503 : 500}
            title={t(isAway ? "common.awayTitle" : "common.errorTitle")}
            onRetry={() => location.reload()}
          >
            {t(isAway ? "common.awayText" : "common.errorText")}
          </ErrorPage>
        );
      }}
    >
      <Router root={(props) => <Suspense>{props.children}</Suspense>}>
        <FileRoutes />
        {isShowcase && <Route path="/dev/ui" component={KitPage} />}
        {isShowcase && <Route path="/dev/mail" component={MailPage} />}
      </Router>
      <LiveRegion />
      <ToastRegion />
    </ErrorBoundary>
  );
}
