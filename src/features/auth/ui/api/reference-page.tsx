import { useLocation } from "@solidjs/router";
import { createSignal, For, Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import { Field } from "~/ui/field";
import { DownloadIcon, SearchIcon } from "~/ui/icons";
import { LinkButton } from "~/ui/link-button";
import { Logo } from "~/ui/logo";
import { SkipLink } from "~/ui/skip-link";
import { Title } from "~/ui/title";
import type { ApiReference } from "../../schema/reference";
import { matchingCalls } from "./matching-calls";
import { ReferenceCall } from "./reference-call";
import { RichText } from "./rich-text";

/** The whole REST API on one page: headings at the side, a search that narrows as one types, each call to be opened. */
export function ReferencePage(props: { reference: ApiReference }) {
  const location = useLocation();
  const [search, setSearch] = createSignal("");
  const groups = () => matchingCalls(props.reference.groups, search());
  const isOpen = (id: string) => location.hash === `#${id}`;
  return (
    <div data-slot="reference">
      <Title>{t("api.referenceTitle")}</Title>
      <SkipLink />
      <header data-slot="reference-top">
        <a href="/" class="no-underline" aria-label={t("common.productName")}>
          <Logo />
        </a>
        <span class="flex-1" />
        <LinkButton href="/admin/api" variant="ghost">
          {t("api.title")}
        </LinkButton>
        <LinkButton href="/api/v1/openapi.json" icon={<DownloadIcon />} rel="external">
          {t("api.document")}
        </LinkButton>
      </header>
      <nav data-slot="reference-nav" aria-label={t("api.contents")}>
        <Field
          label={t("api.searchCalls")}
          hideLabel
          name="search"
          type="search"
          placeholder={t("api.searchCalls")}
          prefix={<SearchIcon size={16} />}
          autocomplete="off"
          onInput={(event) => setSearch(event.currentTarget.value)}
        />
        <ul>
          <For each={groups()}>
            {(group) => (
              <li>
                <a href={`#${group.name}`}>{group.name}</a>
              </li>
            )}
          </For>
        </ul>
      </nav>
      <main id="content" tabindex="-1">
        <h1>{t("api.referenceTitle")}</h1>
        <p class="text-muted">{t("api.referenceLead")}</p>
        {/* Who searches has read it, and wants to see what was found. */}
        <div lang="en" data-slot="reference-about" hidden={search() !== ""}>
          <For each={props.reference.about}>
            {(paragraph) => (
              <p>
                <RichText text={paragraph} />
              </p>
            )}
          </For>
        </div>
        <p aria-live="polite" class="text-muted">
          <Show when={groups().length === 0}>{t("api.noMatch")}</Show>
        </p>
        <For each={groups()}>
          {(group) => (
            <section aria-labelledby={group.name}>
              <h2 id={group.name}>{group.name}</h2>
              <p lang="en" class="text-muted">
                {group.text}
              </p>
              <For each={group.calls}>{(call) => <ReferenceCall call={call} isOpen={isOpen(call.id)} />}</For>
            </section>
          )}
        </For>
      </main>
    </div>
  );
}
