import { HttpStatusCode } from "@solidjs/start";
import type { JSX } from "solid-js";
import { t } from "~/lib/i18n/t";
import { Button } from "./button";
import { LinkButton } from "./link-button";
import { Logo } from "./logo";
import { Title } from "./title";

export type ErrorPageProps = { code: 404 | 500 | 503; title: string; children: JSX.Element; onRetry?: () => void };

/** `<ErrorPage code={404} title="…">…</ErrorPage>`: the whole page when there is nothing else to show; sets the HTTP status. */
export const ErrorPage = (props: ErrorPageProps) => (
  <main data-slot="error-page" class="min-h-screen grid content-center justify-items-center gap-2 p-5 text-center">
    <HttpStatusCode code={props.code} />
    <Title>{props.title}</Title>
    <a href="/" class="mb-5 no-underline">
      <Logo />
    </a>
    <h1 class="text-xl">{props.title}</h1>
    <p class="text-muted max-w-100">{props.children}</p>
    <div class="mt-4 flex flex-wrap justify-center gap-2">
      {props.onRetry && (
        <Button variant="primary" onClick={() => props.onRetry?.()}>
          {t("common.retry")}
        </Button>
      )}
      <LinkButton href="/">{t("common.goHome")}</LinkButton>
    </div>
  </main>
);
