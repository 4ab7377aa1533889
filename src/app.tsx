import { Router } from "@solidjs/router";
import { FileRoutes } from "@solidjs/start/router";
import { ErrorBoundary, Suspense } from "solid-js";
import { t } from "~/lib/i18n/t";
import { LiveRegion } from "~/ui/announce";
import { ErrorPage } from "~/ui/error-page";
import { ToastRegion } from "~/ui/toast-region";
import "~/ui/kit.css";
import "virtual:uno.css";

export default function App() {
  return (
    <ErrorBoundary
      fallback={(_, reset) => (
        <ErrorPage code={500} title={t("common.errorTitle")} onRetry={reset}>
          {t("common.errorText")}
        </ErrorPage>
      )}
    >
      <Router root={(props) => <Suspense>{props.children}</Suspense>}>
        <FileRoutes />
      </Router>
      <LiveRegion />
      <ToastRegion />
    </ErrorBoundary>
  );
}
