const boxes = (name: string, suffix = "") =>
  ["top", "right", "bottom", "left"].map((side) => `${name}-${side}${suffix}`);

/**
 * CSS longhands that a message may set. Left out on purpose: `position` with its offsets, `transform`, `z-index` and `clip` (overlays), `content`,
 * `cursor`, `filter`, `mask` and the like (they take URLs), animations, and custom properties (a URL can hide in `var()`).
 */
export const cssProperties: ReadonlySet<string> = new Set([
  ...[
    "background-color",
    "background-image",
    "background-position-x",
    "background-position-y",
    "background-repeat",
    "background-size",
  ],
  ...boxes("border", "-color"),
  ...boxes("border", "-style"),
  ...boxes("border", "-width"),
  ...["border-bottom-left-radius", "border-bottom-right-radius", "border-top-left-radius", "border-top-right-radius"],
  ...[
    "border-collapse",
    "border-spacing",
    "border-spacing-horizontal",
    "border-spacing-vertical",
    "box-sizing",
    "caption-side",
    "clear",
    "color",
  ],
  ...[
    "direction",
    "display",
    "empty-cells",
    "float",
    "font-family",
    "font-size",
    "font-stretch",
    "font-style",
    "font-variant-caps",
    "font-weight",
  ],
  ...[
    "height",
    "letter-spacing",
    "line-break",
    "line-height",
    "list-style-image",
    "list-style-position",
    "list-style-type",
  ],
  ...boxes("margin"),
  ...[
    "max-height",
    "max-width",
    "min-height",
    "min-width",
    "opacity",
    "outline-color",
    "outline-style",
    "outline-width",
    "overflow-wrap",
  ],
  ...["overflow-x", "overflow-y"],
  ...boxes("padding"),
  ...[
    "table-layout",
    "text-align",
    "text-decoration-color",
    "text-decoration-line",
    "text-decoration-style",
    "text-indent",
    "text-overflow",
  ],
  ...[
    "text-transform",
    "unicode-bidi",
    "vertical-align",
    "visibility",
    "white-space-collapse",
    "text-wrap-mode",
    "white-space",
    "width",
  ],
  ...["word-break", "word-spacing", "word-wrap"],
  ...[
    "align-items",
    "align-self",
    "column-gap",
    "flex-basis",
    "flex-direction",
    "flex-grow",
    "flex-shrink",
    "flex-wrap",
    "justify-content",
    "row-gap",
  ],
]);

/** Functions that cannot fetch. `url()` is judged apart, everything else (`var`, `env`, `attr`, `image-set`, `cross-fade`, `src` …) is refused. */
export const cssFunctions: ReadonlySet<string> = new Set([
  ...["rgb", "rgba", "hsl", "hsla", "hwb", "lab", "lch", "oklab", "oklch", "color", "calc", "min", "max", "clamp"],
  ...["linear-gradient", "radial-gradient", "repeating-linear-gradient", "repeating-radial-gradient"],
]);

/** Properties that show the message brings its own colours. */
export const colourProperties: ReadonlySet<string> = new Set(["background-color", "background-image", "color"]);
