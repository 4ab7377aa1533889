import { createEffect } from "solid-js";
import { escape, isServer, ssr, useAssets } from "solid-js/web";
import { t } from "~/lib/i18n/t";

/** `<Title>{domain().name}</Title>`: the document's title, with the product's name after it. One per page; `PageHeader` brings its own. */
export function Title(props: { children: string }) {
  const text = () => (props.children ? `${props.children} · ${t("common.productName")}` : t("common.productName"));
  if (isServer) useAssets(() => ssr(["<title>", "</title>"], escape(text())) as unknown as string);
  else createEffect(() => (document.title = text()));
  return null;
}
