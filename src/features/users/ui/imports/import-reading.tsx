import { For, Show } from "solid-js";
import type { Key } from "~/lib/i18n/keys";
import { t } from "~/lib/i18n/t";
import { Card } from "~/ui/card";
import { Notice } from "~/ui/notice";
import { Select } from "~/ui/select";
import type { FileEncoding, ImportField, ImportPreview, Separator } from "../../schema/imports";

const encodings = {
  "utf-8": "imports.encoding_utf8",
  "windows-1252": "imports.encoding_windows1252",
  "utf-16le": "imports.encoding_utf16le",
  "utf-16be": "imports.encoding_utf16be",
  "iso-8859-2": "imports.encoding_latin2",
  macintosh: "imports.encoding_macintosh",
} satisfies Record<FileEncoding, Key>;
const separators = {
  ",": "imports.separator_comma",
  ";": "imports.separator_semicolon",
  "\t": "imports.separator_tab",
  "|": "imports.separator_pipe",
} satisfies Record<Separator, Key>;
const fields: ImportField[] = [
  ...(["address", "displayName", "firstName", "lastName", "quota", "quotaMb", "quotaGb", "aliases"] as const),
  ...(["passwordHash", "recoveryEmail", "state", "suspended"] as const),
];

export type Reading = { encoding?: FileEncoding; separator?: Separator };

/** How the file was read, and what its columns mean; both can be set right. */
export function ImportReading(props: {
  preview: ImportPreview;
  mapping: (ImportField | null)[];
  onReading: (reading: Reading) => void;
  onMapping: (column: number, field: ImportField | null) => void;
}) {
  const nameOf = (column: number) =>
    props.preview.head[column] || t("imports.columnNumber", { number: String(column + 1) });
  return (
    <>
      <Card title={t("imports.readingTitle")}>
        <div class="grid gap-4 sm:grid-cols-2">
          <Select
            label={t("imports.encoding")}
            name="encoding"
            value={props.preview.encoding}
            options={Object.entries(encodings).map(([value, key]) => ({ value, label: t(key) }))}
            onChange={(event) => props.onReading({ encoding: event.currentTarget.value as FileEncoding })}
          />
          <Select
            label={t("imports.separator")}
            name="separator"
            value={props.preview.separator}
            options={Object.entries(separators).map(([value, key]) => ({ value, label: t(key) }))}
            onChange={(event) => props.onReading({ separator: event.currentTarget.value as Separator })}
          />
        </div>
        <Show when={props.preview.hasPasswords}>
          <Notice class="mt-4">{t("imports.passwordsNote")}</Notice>
        </Show>
      </Card>
      <Card title={t("imports.columnsTitle")} variant="flush">
        <div class="overflow-x-auto">
          <table class="w-full text-sm [&_:is(td,th)]:px-4 [&_:is(td,th)]:py-2 [&_:is(td,th)]:text-start">
            <caption class="sr-only">{t("imports.previewTitle")}</caption>
            <thead>
              <tr>
                <For each={props.mapping}>
                  {(field, column) => (
                    <th scope="col" class="align-top min-w-44">
                      <span class="block mb-1 font-medium [overflow-wrap:anywhere]">{nameOf(column())}</span>
                      <Select
                        label={t("imports.meaningOf", { column: nameOf(column()) })}
                        hideLabel
                        name={`column-${column()}`}
                        value={field ?? ""}
                        options={[
                          { value: "", label: t("imports.leaveOut") },
                          ...fields.map((value) => ({ value, label: t(`imports.field_${value}`) })),
                        ]}
                        onChange={(event) =>
                          props.onMapping(column(), (event.currentTarget.value || null) as ImportField | null)
                        }
                      />
                    </th>
                  )}
                </For>
              </tr>
            </thead>
            <tbody>
              <For each={props.preview.rows}>
                {(row) => (
                  <tr>
                    <For each={props.mapping}>
                      {(_, column) => <td class="[overflow-wrap:anywhere]">{row[column()] ?? ""}</td>}
                    </For>
                  </tr>
                )}
              </For>
            </tbody>
          </table>
        </div>
      </Card>
    </>
  );
}
