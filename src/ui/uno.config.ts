import { defineConfig, presetWind3 } from "unocss";

const role = (name: string) => `var(--${name})`;
const steps = Object.fromEntries([1, 2, 3, 4, 5, 6, 7, 8].map((n) => [n, role(`space-${n}`)]));

/**
 * Utilities speak in roles: `bg-surface-raised text-muted border-border p-4 gap-2 rounded-md shadow-2 text-sm`.
 * Spacing 1–8 is the scale of tokens.css (4 8 12 16 24 32 48 64 px); `w-` and `h-` keep the preset's quarter-rem steps.
 */
export default defineConfig({
  presets: [presetWind3({ preflight: "on-demand" })],
  content: { pipeline: { include: [/\/src\/.*\.tsx?($|\?)/] }, filesystem: ["src/{routes,features,ui}/**/*.tsx"] },
  theme: {
    colors: {
      surface: {
        DEFAULT: role("surface"),
        raised: role("surface-raised"),
        sunken: role("surface-sunken"),
        hover: role("surface-hover"),
      },
      text: role("text"),
      muted: role("muted"),
      border: { DEFAULT: role("border"), strong: role("border-strong") },
      accent: {
        DEFAULT: role("accent"),
        hover: role("accent-hover"),
        text: role("accent-text"),
        soft: role("accent-soft"),
      },
      danger: { DEFAULT: role("danger"), soft: role("danger-soft") },
      warning: { DEFAULT: role("warning"), soft: role("warning-soft") },
      success: { DEFAULT: role("success"), soft: role("success-soft") },
      transparent: "transparent",
      current: "currentColor",
    },
    spacing: steps,
    borderRadius: { none: "0", sm: role("radius-sm"), md: role("radius-md"), lg: role("radius-lg"), full: "9999px" },
    boxShadow: { 1: role("shadow-1"), 2: role("shadow-2"), none: "none" },
    duration: { fast: role("fast"), slow: role("slow") },
    fontFamily: { sans: role("font"), mono: role("font-mono") },
    fontSize: {
      xs: ["0.75rem", "1.35"],
      sm: ["0.8125rem", "1.45"],
      base: ["0.875rem", "1.55"],
      md: ["1rem", "1.55"],
      lg: ["1.125rem", "1.45"],
      xl: ["1.375rem", "1.3"],
      "2xl": ["1.75rem", "1.2"],
      "3xl": ["2.25rem", "1.12"],
    },
  },
});
