import { children, type JSX, Show } from "solid-js";
import { Footnote } from "./footnote";
import { SkipLink } from "./skip-link";

export type CenterShellProps = {
  brand: JSX.Element;
  title: string;
  description?: JSX.Element;
  /** Below the card: the way to the neighbouring page. */
  aside?: JSX.Element;
  children: JSX.Element;
};

/** `<CenterShell brand={<Logo />} title="Sign in" aside={<>New here? <a href="/signup">…</a></>}><form>…</form></CenterShell>`: one card in the middle, for pages with one task. */
export function CenterShell(props: CenterShellProps) {
  // Slots that may be empty are made once, and then asked for twice.
  const description = children(() => props.description);
  const aside = children(() => props.aside);
  return (
    <div data-slot="center-shell">
      <SkipLink />
      <header data-slot="center-brand">
        <a href="/">{props.brand}</a>
      </header>
      <main id="content" tabindex="-1" data-slot="center-card">
        <h1>{props.title}</h1>
        <Show when={description()}>
          <p data-slot="center-description">{description()}</p>
        </Show>
        <div data-slot="center-body">{props.children}</div>
      </main>
      <footer data-slot="center-foot">
        <Show when={aside()}>
          <p data-slot="center-aside">{aside()}</p>
        </Show>
        <Footnote />
      </footer>
    </div>
  );
}
