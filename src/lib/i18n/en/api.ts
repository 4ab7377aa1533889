export default {
  title: "API tokens",
} as const;
